using System.Text;
using Framework.Local.Gateway;

namespace Framework.Local.Tests.Gateway;

public sealed class ResponseTests
{
    // The cases that AWS's own test tool measured against API Gateway.
    [Theory]
    [InlineData("""{"name": "John Doe", "age":""", """{"name": "John Doe", "age":""")]
    [InlineData("""{"name": "John Doe", "age": 30}""", """{"name": "John Doe", "age": 30}""")]
    [InlineData("[1, 2, 3]", "[1, 2, 3]")]
    [InlineData("Hello, World!", "Hello, World!")]
    [InlineData("42", "42")]
    [InlineData("\"Special \\\"quoted\\\" text\"", "Special \"quoted\" text")]
    [InlineData("\"\"", "")]
    public void A_response_without_status_code_is_the_body_of_a_200(string payload, string body)
    {
        var response = Read(payload);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(body, Encoding.UTF8.GetString(response.Body.Span));
        Assert.Equal("application/json", Header(response, "content-type"));
        Assert.False(response.IsGateways);
    }

    [Theory]
    [InlineData("""{"statusCode": 200.5, "body": "Hello"}""")]
    [InlineData("""{"statusCode": "many"}""")]
    [InlineData("""{"statusCode": 42}""")]
    [InlineData("""{"statusCode": 200, "headers": ["a"]}""")]
    [InlineData("""{"statusCode": 200, "headers": {"a": {}}}""")]
    [InlineData("""{"statusCode": 200, "headers": {"a": "b\r\nc: d"}}""")]
    [InlineData("""{"statusCode": 200, "headers": {"a b": "c"}}""")]
    [InlineData("""{"statusCode": 200, "cookies": "a=1"}""")]
    [InlineData("""{"statusCode": 200, "body": {"a": 1}}""")]
    [InlineData("""{"statusCode": 200, "body": "%%%", "isBase64Encoded": true}""")]
    public void A_malformed_response_is_an_internal_server_error(string payload)
    {
        var response = Read(payload);

        Assert.Equal(500, response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", Encoding.UTF8.GetString(response.Body.Span));
        Assert.True(response.IsGateways);
    }

    [Fact]
    public void Status_headers_cookies_and_a_base64_body_are_read()
    {
        var response = Read("""
            {"statusCode":418,"headers":{"X-A":"1","x-n":2,"x-b":true},"cookies":["a=1","b=2"],"body":"AP8B","isBase64Encoded":true}
            """);

        Assert.Equal(418, response.StatusCode);
        Assert.Equal(["1", "2", "true"], new[] { "X-A", "x-n", "x-b" }.Select(name => Header(response, name)));
        Assert.Equal(["a=1", "b=2"], response.Cookies);
        Assert.Equal([0, 255, 1], response.Body.ToArray());
    }

    [Fact]
    public void A_body_without_a_type_is_plain_text() =>
        Assert.Equal("text/plain; charset=utf-8", Header(Read("""{"statusCode":200,"body":"a"}"""), "content-type"));

    private static GatewayResponse Read(string response) => HttpApiResponseReader.Read(Encoding.UTF8.GetBytes(response));

    private static string Header(GatewayResponse response, string name) => response.Headers.Single(header => header.Key == name).Value;
}

using System.Text;
using Framework.Local.Gateway;

namespace Framework.Local.Tests.Gateway;

public sealed class ReplyTests
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
    public void An_answer_without_status_code_is_the_body_of_a_200(string answer, string body)
    {
        var reply = Read(answer);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(body, Encoding.UTF8.GetString(reply.Body.Span));
        Assert.Equal("application/json", Header(reply, "content-type"));
        Assert.False(reply.IsGateways);
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
    public void A_malformed_answer_is_an_internal_server_error(string answer)
    {
        var reply = Read(answer);

        Assert.Equal(500, reply.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", Encoding.UTF8.GetString(reply.Body.Span));
        Assert.True(reply.IsGateways);
    }

    [Fact]
    public void Status_headers_cookies_and_a_base64_body_are_read()
    {
        var reply = Read("""
            {"statusCode":418,"headers":{"X-A":"1","x-n":2,"x-b":true},"cookies":["a=1","b=2"],"body":"AP8B","isBase64Encoded":true}
            """);

        Assert.Equal(418, reply.StatusCode);
        Assert.Equal(["1", "2", "true"], new[] { "X-A", "x-n", "x-b" }.Select(name => Header(reply, name)));
        Assert.Equal(["a=1", "b=2"], reply.Cookies);
        Assert.Equal([0, 255, 1], reply.Body.ToArray());
    }

    [Fact]
    public void A_body_without_a_type_is_plain_text() =>
        Assert.Equal("text/plain; charset=utf-8", Header(Read("""{"statusCode":200,"body":"a"}"""), "content-type"));

    private static HttpApiReply Read(string answer) => HttpApiReplyReader.Read(Encoding.UTF8.GetBytes(answer));

    private static string Header(HttpApiReply reply, string name) => reply.Headers.Single(header => header.Key == name).Value;
}

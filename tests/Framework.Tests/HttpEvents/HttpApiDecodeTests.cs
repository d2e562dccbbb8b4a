using System.Text;
using System.Text.Json.Nodes;
using Framework.Http;
using Framework.HttpEvents;
using Framework.Runtime;
using Framework.Tests.Service;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.HttpEvents;

public sealed class HttpApiDecodeTests
{
    // The shape is that of the example in API Gateway's documentation, "payload format version 2.0".
    private const string Documented = """
        {
          "version": "2.0", "routeKey": "$default", "rawPath": "/my/path",
          "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=value",
          "cookies": ["cookie1", "cookie2"],
          "headers": { "Header1": "value1", "header2": "value1,value2" },
          "queryStringParameters": { "parameter1": "value1,value2", "parameter2": "value" },
          "requestContext": {
            "accountId": "123456789012", "apiId": "api-id",
            "authentication": { "clientCert": { "subjectDN": "www.example.com", "validity": { "notAfter": "Aug  5 2027 GMT" } } },
            "authorizer": { "jwt": { "claims": { "sub": "user-1", "claim1": "value1" }, "scopes": ["scope1", "scope2"] } },
            "domainName": "id.execute-api.us-east-1.amazonaws.com", "domainPrefix": "id",
            "http": { "method": "POST", "path": "/my/path", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "agent" },
            "requestId": "id", "routeKey": "$default", "stage": "$default", "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1583348638390
          },
          "body": "Hello from Lambda", "pathParameters": { "parameter1": "value1" }, "isBase64Encoded": false,
          "stageVariables": { "stageVariable1": "value1", "stageVariable2": "value2" }
        }
        """;

    [Fact]
    public void The_documented_event_is_read_whole()
    {
        using var decoded = Decode(Documented);
        var request = decoded.Request;

        Assert.Equal(("POST", "/my/path"), (request.Method, request.Path));
        Assert.Equal(["value1", "value2"], request.Query.All("parameter1"));
        Assert.Equal(["cookie1", "cookie2"], request.Cookies);
        Assert.Equal("value1", request.Headers["HEADER1"]);
        Assert.Equal("value1,value2", request.Headers["header2"]);
        Assert.Equal("Hello from Lambda", Encoding.UTF8.GetString(request.Body.Span));
        Assert.Equal(("192.0.2.1", "id.execute-api.us-east-1.amazonaws.com", "id"), (request.SourceIp, request.Host, request.GatewayRequestId));
        Assert.Equal("user-1", decoded.Caller.Id);
        Assert.Equal("value1", decoded.Caller.Claim("claim1"));
    }

    [Theory]
    [InlineData("dev", "/dev/todos", "/todos")]
    [InlineData("dev", "/dev", "/")]
    [InlineData("dev", "/dev/", "/")]
    [InlineData("dev", "/developers", "/developers")]
    [InlineData("dev", "/devs/dev", "/devs/dev")]
    [InlineData("dev", "/dev/dev/x", "/dev/x")]
    [InlineData("dev", "/todos", "/todos")]
    [InlineData("$default", "/$default/x", "/$default/x")]
    [InlineData("$default", "", "/")]
    public void A_stage_is_taken_off_at_a_segment_s_end(string stage, string rawPath, string expected)
    {
        using var decoded = Decode(new HttpApiEvent("GET", rawPath) { Stage = stage }.ToJson());

        Assert.Equal(expected, decoded.Request.Path);
    }

    [Fact]
    public void A_stage_named_after_the_path_is_taken_off_wherever_it_stands_in_the_event()
    {
        using var decoded = Decode("""{"version":"2.0","requestContext":{"stage":"dev","http":{"method":"GET"}},"rawPath":"/dev/a"}""");

        Assert.Equal("/a", decoded.Request.Path);
    }

    [Theory]
    [InlineData("abc.lambda-url.eu-central-1.on.aws", true)]
    [InlineData("abc.execute-api.eu-central-1.amazonaws.com", false)]
    [InlineData("lambda-url.example.com", false)]
    [InlineData("x.lambda-url.example.com", false)]
    public void A_function_URL_is_known_by_its_domain(string domain, bool isFunctionUrl)
    {
        using var decoded = Decode(new HttpApiEvent("GET", "/a") { DomainName = domain }.ToJson());

        Assert.Equal(isFunctionUrl ? FrontDoor.FunctionUrl : FrontDoor.HttpApi, decoded.Request.FrontDoor);
    }

    [Theory]
    [InlineData("/a b/ü", "/a%20b/%C3%BC")]
    [InlineData("/a%20b", "/a%20b")]
    [InlineData("/a%7eb%2f", "/a~b%2F")]
    [InlineData("/100%/%zz/%4", "/100%25/%25zz/%254")]
    public void A_path_has_one_form_whether_the_gateway_decodes_it_or_not(string rawPath, string expected)
    {
        using var decoded = Decode(new HttpApiEvent("GET", rawPath).ToJson());

        Assert.Equal(expected, decoded.Request.Path);
    }

    [Fact]
    public void The_gateway_s_parameters_say_that_a_percent_sign_is_not_an_escape()
    {
        var request = new HttpApiEvent("GET", "/todos/%41") { RouteKey = "GET /todos/{id}", PathParameters = { ["id"] = "%41" } };
        using var decoded = Decode(request.ToJson());

        Assert.Equal("/todos/%2541", decoded.Request.Path);
    }

    [Theory]
    [InlineData("headers")]
    [InlineData("cookies")]
    [InlineData("body")]
    [InlineData("rawQueryString")]
    [InlineData("isBase64Encoded")]
    [InlineData("queryStringParameters")]
    [InlineData("pathParameters")]
    [InlineData("stageVariables")]
    public void Null_absent_and_foreign_values_of_what_may_be_left_out_change_nothing_else(string name)
    {
        foreach (var value in new JsonNode?[] { null, 1, false, new JsonArray(), new JsonObject(), new JsonArray(new JsonArray("x")) })
        {
            var json = JsonNode.Parse(Documented)!.AsObject();
            json.Remove(name);
            json.Insert(1, name, value);
            using var decoded = Decode(json.ToJsonString());
            Assert.Equal(("POST", "/my/path", "user-1"), (decoded.Request.Method, decoded.Request.Path, decoded.Caller.Id));
        }
    }

    [Fact]
    public void Without_headers_and_body_a_request_has_none()
    {
        using var decoded = Decode("""{"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"GET"}}}""");

        Assert.Null(decoded.Request.Headers["accept"]);
        Assert.Empty(decoded.Request.Headers.Names);
        Assert.True(decoded.Request.Body.IsEmpty);
        Assert.Empty(decoded.Request.Cookies);
        Assert.False(decoded.Caller.IsAuthenticated);
    }

    [Fact]
    public void A_base64_body_is_decoded_also_when_its_JSON_is_escaped()
    {
        using var decoded = Decode("""{"version":"2.0","rawPath":"/","isBase64Encoded":true,"body":"+\/8\u003d","requestContext":{"http":{"method":"PUT"}}}""");

        Assert.Equal([0xfb, 0xff], decoded.Request.Body.ToArray());
    }

    [Fact]
    public void An_escaped_body_is_unescaped()
    {
        using var decoded = Decode("""{"version":"2.0","rawPath":"/","body":"{\"a\":\"\u20ac\\n\"}","requestContext":{"http":{"method":"PUT"}}}""");

        Assert.Equal("{\"a\":\"€\\n\"}", Encoding.UTF8.GetString(decoded.Request.Body.Span));
    }

    [Fact]
    public void Escaped_names_in_the_event_are_the_same_names()
    {
        using var decoded = Decode("""{"v\u0065rsion":"2.0","raw\u0050ath":"/a","h\u0065aders":{"x-\u0069d":"1"},"requestContext":{"h\u0074tp":{"method":"G\u0045T"}}}""");

        Assert.Equal(("GET", "/a", "1"), (decoded.Request.Method, decoded.Request.Path, decoded.Request.Headers["X-ID"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"2.0\"")]
    [InlineData("{}")]
    [InlineData("{\"version\":2.0}")]
    [InlineData("{\"version\":\"1.0\",\"path\":\"/\"}")]
    [InlineData("{\"version\":\"2.0\"}")]
    [InlineData("{\"version\":\"2.0\"")]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":\"/\"}")]
    [InlineData("{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}")]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":\"/\",\"requestContext\":{\"http\":{\"method\":null}}}")]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":\"/\",\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"isBase64Encoded\":true,\"body\":\"*\"}")]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":\"/\",\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"body\":\"\\ud800\"}")]
    [InlineData("{\"version\":\"2.0\",\"rawPath\":\"\\ud800\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}")]
    [InlineData("{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}")]
    [InlineData("{\"version\":\"2.0\",\"routeKey\":\"GET /\",\"rawPath\":\"/\",\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"type\":\"REQUEST\",\"routeArn\":\"arn\"}")]
    public void What_is_no_such_event_is_reported(string payload) =>
        Assert.Throws<UndecodableEventException>(() => Decode(payload));

    [Fact]
    public void An_event_cut_off_anywhere_is_reported()
    {
        var whole = Encoding.UTF8.GetBytes(Documented);
        for (var length = 0; length < whole.Length - 1; length++)
            Assert.Throws<UndecodableEventException>(() => Decode(whole[..length]));
    }

    [Property]
    public bool Any_request_comes_out_as_it_went_in(
        NonNull<string> path, NonNull<string> query, NonNull<string> body, NonNull<string> value, byte[] bytes, bool isBinary)
    {
        var expected = isBinary ? bytes : Encoding.UTF8.GetBytes(body.Get);
        using var decoded = Decode(new HttpApiEvent("PATCH", $"/{Valid(path.Get)}")
        {
            Query = Valid(query.Get),
            Body = isBinary ? Convert.ToBase64String(bytes) : Encoding.UTF8.GetString(expected),
            IsBase64 = isBinary,
        }.With("X-Any", Valid(value.Get)).ToJson());
        var request = decoded.Request;
        return request.Method == "PATCH" && request.Path == PathText.Normalize($"/{Valid(path.Get)}") && request.Query.Raw == Valid(query.Get)
            && request.Headers["x-any"] == Valid(value.Get) && request.Body.Span.SequenceEqual(expected);
    }

    [Property]
    public bool Any_bytes_are_an_event_or_reported_as_none(byte[] bytes, int position)
    {
        var payload = Encoding.UTF8.GetBytes(Documented);
        bytes.AsSpan(0, Math.Min(bytes.Length, 8)).CopyTo(payload.AsSpan((int)((uint)position % (payload.Length - 8))));
        try
        {
            using var decoded = Decode(payload);
            return decoded.Request.Method.Length > 0;
        }
        catch (UndecodableEventException)
        {
            return true;
        }
    }

    [Fact]
    public void A_header_that_is_no_Unicode_keeps_its_escapes()
    {
        using var decoded = Decode(Documented.Replace("\"Header1\": \"value1\"", "\"Header1\": \"a\\ud800\""));

        Assert.Equal("a\\ud800", decoded.Request.Headers["header1"]);
    }

    [Fact]
    public void A_request_kept_after_its_invocation_holds_nothing_of_the_next()
    {
        var decoded = Decode(Documented);
        var request = decoded.Request;
        decoded.Dispose();
        using var next = Decode(Documented.Replace("value1", "secret"));

        Assert.Null(request.Headers["header1"]);
        Assert.Empty(request.Headers.Names);
        Assert.True(request.Body.IsEmpty);
    }

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static HttpEvent Decode(string payload) => Decode(Encoding.UTF8.GetBytes(payload));

    private static HttpEvent Decode(byte[] payload) => HttpApiCodec.Instance.Decode(payload);
}

using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Framework.Dispatch;
using Framework.Identity;

namespace Framework.AmazonLambda.Tests;

/// <summary>Events with all fields, as the documentation shows them.</summary>
public sealed class EventTests
{
    private const string Certificate = """
        {"clientCertPem":"PEM","subjectDN":"CN=a","issuerDN":"CN=b","serialNumber":"1",
         "validity":{"notBefore":"May 28 12:30:02 2019 GMT","notAfter":"Aug  5 09:36:04 2021 GMT"}}
        """;

    private const string Identity = """
        {"accessKey":"AK","accountId":"1","apiKey":"K","apiKeyId":"KI","caller":"C","cognitoAuthenticationProvider":"p,p:CognitoSignIn:sub-1",
         "cognitoAuthenticationType":"authenticated","cognitoIdentityId":"r:1","cognitoIdentityPoolId":"r:2","sourceIp":"192.0.2.1","user":"U",
         "userAgent":"curl","userArn":"arn:aws:sts::1:assumed-role/r/s"}
        """;

    public static TheoryData<string> Authorizers =>
    [
        """{"jwt":{"claims":{"sub":"user-1","exp":"1","cognito:groups":"[a b]"},"scopes":["x"]}}""",
        """{"lambda":{"principalId":"user-1","age":7,"isAdmin":true,"rate":0.5,"none":null,"tags":["a"],"more":{"b":1}}}""",
        """
        {"iam":{"accessKey":"AK","accountId":"1","callerId":"C","cognitoIdentity":{"amr":["authenticated","p","p:CognitoSignIn:sub-1"],
         "identityId":"r:1","identityPoolId":"r:2"},"principalOrgId":"o","userArn":"arn:aws:iam::1:user/u","userId":"U"}}
        """,
    ];

    public static TheoryData<string> OlderAuthorizers =>
    [
        """{"claims":{"sub":"user-1","exp":"Fri Jul 29 18:52:53 UTC 2016","cognito:groups":"a,b"}}""",
        """{"principalId":"user-1","integrationLatency":12,"isAdmin":true,"rate":"0.5"}""",
    ];

    [Theory]
    [MemberData(nameof(Authorizers))]
    public void Format_2_0_is_written_as_it_was_read(string authorizer)
    {
        var json = JsonNode.Parse($$"""
            {"version":"2.0","routeKey":"GET /todos/{id}","rawPath":"/todos/ü","rawQueryString":"a=1&a=2","cookies":["a=1","b=2"],
             "headers":{"x-a":"1,2"},"queryStringParameters":{"a":"1,2"},
             "requestContext":{"accountId":"1","apiId":"api","authentication":{"clientCert":{{Certificate}}},"authorizer":{{authorizer}},
              "domainName":"api.example.com","domainPrefix":"api",
              "http":{"method":"GET","path":"/todos/ü","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"curl"},
              "requestId":"r-1","routeId":"route","routeKey":"GET /todos/{id}","stage":"$default","time":"12/Mar/2020:19:03:58 +0000",
              "timeEpoch":1583348638390},
             "pathParameters":{"id":"ü"},"stageVariables":{"s":"v"},"body":"{\"a\":1}","isBase64Encoded":false}
            """)!.AsObject();

        var written = AmazonTypes.Bytes(HttpApiEvent.Write, AmazonTypes.Read<APIGatewayHttpApiV2ProxyRequest>(json));

        AssertSame(json, JsonNode.Parse(written)!);
        AssertSameCaller(json, written);
    }

    [Theory]
    [MemberData(nameof(OlderAuthorizers))]
    public void Format_1_0_is_written_as_it_was_read(string authorizer)
    {
        var json = Older(authorizer);

        var written = AmazonTypes.Bytes(RestApiEvent.Write, AmazonTypes.Read<APIGatewayProxyRequest>(json));

        AssertSame(json, JsonNode.Parse(written)!);
        AssertSameCaller(json, written);
    }

    [Theory]
    [InlineData("a1b2c3", null)]
    [InlineData("GET /todos/{id}", "1.0")]
    [InlineData("$default", "1.0")]
    [InlineData("ANY /{proxy+}", "1.0")]
    [InlineData("", "1.0")]
    public void An_HTTP_API_is_recognized_by_its_resource_id(string resourceId, string? version)
    {
        var json = Older("""{"claims":{"sub":"user-1"}}""");
        json["requestContext"]!["resourceId"] = resourceId;

        var written = AmazonTypes.Bytes(RestApiEvent.Write, AmazonTypes.Read<APIGatewayProxyRequest>(json));

        Assert.Equal(version, JsonNode.Parse(written)!["version"]?.GetValue<string>());
    }

    [Fact]
    public void Claims_that_a_test_has_set_are_the_caller_s()
    {
        var request = AmazonTypes.Read<APIGatewayProxyRequest>(Older("{}"));
        request.RequestContext.Authorizer = new APIGatewayCustomAuthorizerContext { Claims = new() { ["sub"] = "user-7" } };

        Assert.Equal("user-7", CallerOf(AmazonTypes.Bytes(RestApiEvent.Write, request)).Id);
    }

    [Fact]
    public void A_WebSocket_event_is_never_served_as_a_request()
    {
        var json = JsonNode.Parse("""
            {"requestContext":{"routeKey":"$default","messageId":"m","eventType":"MESSAGE","messageDirection":"IN","connectionId":"c=",
             "connectedAt":1583348638390,"requestTimeEpoch":1583348638390,"stage":"prod","requestId":"r","apiId":"a"},"body":"x","isBase64Encoded":false}
            """)!;

        var written = AmazonTypes.Bytes(RestApiEvent.Write, AmazonTypes.Read<APIGatewayProxyRequest>(json));

        Assert.Equal(EventShape.WebSocket, EventShapes.Of(written));
        AssertSame(json, JsonNode.Parse(written)!);
    }

    [Theory]
    [InlineData((byte)1, "1")]
    [InlineData(7, "7")]
    [InlineData(-7L, "-7")]
    [InlineData(0.5, "0.5")]
    [InlineData(true, "true")]
    [InlineData("text", "\"text\"")]
    [InlineData(null, "null")]
    [InlineData(double.NaN, "\"NaN\"")]
    public void An_authorizer_s_value_has_its_type(object? value, string json)
    {
        var request = new APIGatewayProxyRequest { RequestContext = new() { Authorizer = new() { ["value"] = value! } } };

        var written = JsonNode.Parse(AmazonTypes.Bytes(RestApiEvent.Write, request))!;

        Assert.Equal(json, written["requestContext"]!["authorizer"]!["value"]?.ToJsonString() ?? "null");
    }

    private static JsonObject Older(string authorizer) => JsonNode.Parse($$"""
        {"resource":"/todos/{id}","path":"/todos/%C3%BC","httpMethod":"GET","headers":{"X-A":"2"},"multiValueHeaders":{"X-A":["1","2"]},
         "queryStringParameters":{"a":"2"},"multiValueQueryStringParameters":{"a":["1","2"]},"pathParameters":{"id":"%C3%BC"},
         "stageVariables":{"s":"v"},
         "requestContext":{"accountId":"1","apiId":"api","authorizer":{{authorizer}},"domainName":"api.example.com","domainPrefix":"api",
          "extendedRequestId":"e","httpMethod":"GET","identity":{{Identity.TrimEnd()[..^1]}},"clientCert":{{Certificate}}},
          "operationName":"o","path":"/prod/todos/%C3%BC","requestId":"r-1","requestTime":"09/Apr/2015:12:34:56 +0000",
          "requestTimeEpoch":1428582896000,"resourceId":"a1b2c3","resourcePath":"/todos/{id}","stage":"prod"},
         "body":"{\"a\":1}","isBase64Encoded":false}
        """)!.AsObject();

    private static void AssertSame(JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected.ToJsonString()}\n{actual.ToJsonString()}");

    private static void AssertSameCaller(JsonObject json, byte[] written)
    {
        var (expected, actual) = (CallerOf(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString())), CallerOf(written));
        Assert.True(expected.IsAuthenticated);
        Assert.Equal((expected.Id, expected.AuthenticationType), (actual.Id, actual.AuthenticationType));
        Assert.Equal(expected.Groups, actual.Groups);
        Assert.Equal(expected.Certificate, actual.Certificate);
    }

    private static Caller CallerOf(byte[] payload)
    {
        using var read = Dispatcher.CodecOf(EventShapes.Of(payload)).Decode(payload);
        return read.Caller;
    }
}

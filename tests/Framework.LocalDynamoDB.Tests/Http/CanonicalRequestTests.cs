using Framework.LocalDynamoDB.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Framework.LocalDynamoDB.Tests.Http;

/// <summary>The examples of AWS's documentation and of its test suite for Signature Version 4.</summary>
public sealed class CanonicalRequestTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Date = "20150830T123600Z";

    [Theory]
    [InlineData("GET", "/", "service", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "service", "host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/./", "service", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "//", "service", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "service", "host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    public void A_request_of_the_suite_has_its_signature(string method, string target, string service, string signedHeaders, string signature)
    {
        var request = Request(method, target, "example.amazonaws.com");

        Assert.Equal(signature, Sign(request, service, signedHeaders));
    }

    [Fact]
    public void The_example_of_the_documentation_has_its_signature()
    {
        var request = Request("GET", "/?Action=ListUsers&Version=2010-05-08", "iam.amazonaws.com");
        request.Headers.ContentType = "application/x-www-form-urlencoded; charset=utf-8";

        Assert.Equal(
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            Sign(request, "iam", "content-type;host;x-amz-date"));
    }

    [Fact]
    public void Blanks_in_a_header_count_once_and_a_path_is_encoded_once_more()
    {
        var request = Request("GET", "/a%20b/../c/", "host.test");
        request.Headers["My-Header"] = "  a   b  ";

        var lines = CanonicalRequest.Of(request, ["My-Header"], []).Split('\n');

        Assert.Equal(("/c/", "my-header:a b"), (lines[1], lines[3]));
        Assert.Equal("/a%2520b", CanonicalRequest.Of(Request("GET", "/a%20b", "host.test"), [], []).Split('\n')[1]);
    }

    private static string Sign(HttpRequest request, string service, string signedHeaders) => SignatureCheck.Sign(
        Secret,
        Credential.Parse($"AKIDEXAMPLE/20150830/us-east-1/{service}/aws4_request"),
        Date,
        CanonicalRequest.Of(request, signedHeaders.Split(';'), []));

    private static HttpRequest Request(string method, string target, string host)
    {
        var request = new DefaultHttpContext().Request;
        request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        request.Method = method;
        request.Headers.Host = host;
        request.Headers["X-Amz-Date"] = Date;
        return request;
    }
}

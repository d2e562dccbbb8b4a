using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Framework.LocalDynamoDB.Tests.Support;

/// <summary>Speaks the wire protocol by hand, so that tests see every byte of a response.</summary>
/// <param name="endpoint">The address.</param>
/// <param name="accessKey">Who calls.</param>
public sealed class DynamoDBEndpoint(Uri endpoint, string accessKey = "local") : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<Response> SendAsync(string operation, JsonNode body, string api = "DynamoDB_20120810")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new StringContent(body.ToJsonString(new() { MaxDepth = 512 }), Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"{api}.{operation}");
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text.Length == 0 ? [] : Parse(text).AsObject(), response.Headers);
    }

    /// <summary>Sends what must succeed.</summary>
    public async Task<JsonObject> CallAsync(string operation, string body)
    {
        var response = await SendAsync(operation, Parse(body));
        Assert.True(response.Status == 200, $"{operation}: {response.Body.ToJsonString()}");
        return response.Body;
    }

    /// <summary>Sends what must fail; gives the error's short type and its message.</summary>
    public async Task<(string Type, string? Message)> FailAsync(string operation, string body)
    {
        var response = await SendAsync(operation, Parse(body));
        Assert.NotEqual(200, response.Status);
        return (response.ErrorType!, (string?)(response.Body["message"] ?? response.Body["Message"]));
    }

    /// <summary>Deeper than .NET's default, since values may nest 32 levels.</summary>
    private static JsonNode Parse(string json) =>
        JsonNode.Parse(json, documentOptions: new() { MaxDepth = 512 })!;

    public void Dispose() => _http.Dispose();

    public sealed record Response(int Status, JsonObject Body, HttpResponseHeaders Headers)
    {
        public string? ErrorType => ((string?)Body["__type"])?.Split('#')[^1];
    }
}

using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Framework.AmazonLambda;

/// <summary>Reads a response of payload format 2.0.</summary>
internal static class HttpApiResponse
{
    public static APIGatewayHttpApiV2ProxyResponse Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var response = json.RootElement;
        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = response.GetProperty("statusCode").GetInt32(),
            Headers = ResponseParts.Headers(response),
            Cookies = response.TryGetProperty("cookies", out var cookies) ? [.. ResponseParts.Texts(cookies)] : null,
            Body = ResponseParts.Body(response),
            IsBase64Encoded = response.GetProperty("isBase64Encoded").GetBoolean(),
        };
    }
}

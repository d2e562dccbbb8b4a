using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Framework.AmazonLambda;

/// <summary>Reads a response of payload format 1.0.</summary>
internal static class RestApiResponse
{
    public static APIGatewayProxyResponse Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var response = json.RootElement;
        return new APIGatewayProxyResponse
        {
            StatusCode = response.GetProperty("statusCode").GetInt32(),
            Headers = ResponseParts.Headers(response),
            MultiValueHeaders = response.TryGetProperty("multiValueHeaders", out var headers)
                ? headers.EnumerateObject().ToDictionary(header => header.Name, header => (IList<string>)[.. ResponseParts.Texts(header.Value)])
                : null,
            Body = ResponseParts.Body(response),
            IsBase64Encoded = response.GetProperty("isBase64Encoded").GetBoolean(),
        };
    }
}

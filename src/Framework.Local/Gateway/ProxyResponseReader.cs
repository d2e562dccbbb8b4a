using System.Text.Json;

namespace Framework.Local.Gateway;

/// <summary>Reads a function's response of the older shape: payload format 1.0, and that of a load balancer. A response of any other
/// shape is not valid.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format">
/// API Gateway's documentation</see> and
/// <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#respond-to-load-balancer">
/// Elastic Load Balancing's</see>.</remarks>
internal static class ProxyResponseReader
{
    /// <summary>Reads a response of payload format 1.0: both maps of headers are merged, and the multiple values win.</summary>
    /// <returns>The response; null where it is not valid.</returns>
    public static GatewayResponse? ReadV1(ReadOnlyMemory<byte> response) => Read(response, root =>
    {
        var multiple = Multiple(root).ToList();
        var names = multiple.Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Single(root).Where(header => !names.Contains(header.Key)), .. multiple];
    });

    /// <summary>Reads a response to a load balancer, which takes the one map of headers that its mode has.</summary>
    /// <returns>The response; null where it is not valid.</returns>
    public static GatewayResponse? Read(ReadOnlyMemory<byte> response, bool isMultiValue) => Read(
        response,
        root => root.TryGetProperty("isBase64Encoded", out _)
            ? [.. isMultiValue ? Multiple(root) : Single(root)]
            : throw new FormatException("isBase64Encoded is missing."));

    private static GatewayResponse? Read(
        ReadOnlyMemory<byte> response, Func<JsonElement, List<KeyValuePair<string, string>>> headersOf)
    {
        try
        {
            using var document = JsonDocument.Parse(response);
            var root = document.RootElement;
            if (root.GetProperty("statusCode").GetInt32() is not (>= 200 and <= 599))
                return null;
            var headers = headersOf(root);
            var cookies = headers.Where(IsCookie).Select(header => header.Value).ToList();
            headers.RemoveAll(IsCookie);
            return new GatewayResponse(root.GetProperty("statusCode").GetInt32(), headers, cookies, HttpApiResponseReader.Body(root));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Single(JsonElement root) =>
        HttpApiResponseReader.Find(root, "headers") is { } map
            ? map.EnumerateObject().Select(header => HttpApiResponseReader.Header(header.Name, HttpApiResponseReader.Text(header.Value)))
            : [];

    private static IEnumerable<KeyValuePair<string, string>> Multiple(JsonElement root) =>
        HttpApiResponseReader.Find(root, "multiValueHeaders") is { } map
            ? map.EnumerateObject().SelectMany(header => header.Value.EnumerateArray()
                .Select(value => HttpApiResponseReader.Header(header.Name, HttpApiResponseReader.Text(value))))
            : [];

    private static bool IsCookie(KeyValuePair<string, string> header) => header.Key.Equals("set-cookie", StringComparison.OrdinalIgnoreCase);
}

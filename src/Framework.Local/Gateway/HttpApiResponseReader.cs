using System.Text;
using System.Text.Json;

namespace Framework.Local.Gateway;

/// <summary>Reads a function's response as an HTTP API does for payload format 2.0.</summary>
/// <remarks>In addition to <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
/// API Gateway's documentation</see>: what AWS's own test tool measured, in the integration tests of
/// <see href="https://github.com/aws/aws-lambda-dotnet/tree/master/Tools/LambdaTestTool-v2"/>.</remarks>
internal static class HttpApiResponseReader
{
    private const string InferredType = "application/json";
    private const string DefaultType = "text/plain; charset=utf-8";

    /// <summary>Reads a response. A value that is not an object with a <c>statusCode</c> is the body of a 200; an object
    /// that has one and is otherwise malformed is a 500.</summary>
    public static GatewayResponse Read(ReadOnlyMemory<byte> response)
    {
        try
        {
            using var document = JsonDocument.Parse(response);
            return Read(document.RootElement, response);
        }
        catch (JsonException)
        {
            return Inferred(response.ToArray());
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            return GatewayResponse.InternalServerError();
        }
    }

    private static GatewayResponse Read(JsonElement root, ReadOnlyMemory<byte> response)
    {
        if (root.ValueKind == JsonValueKind.String)
            return Inferred(Encoding.UTF8.GetBytes(root.GetString()!));
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("statusCode", out var status))
            return Inferred(response.ToArray());
        if (status.GetInt32() is not (>= 200 and <= 599))
            throw new FormatException("The status code is not that of a final response.");
        return new GatewayResponse(status.GetInt32(), Headers(root), Cookies(root), Body(root));
    }

    private static GatewayResponse Inferred(byte[] body) => new(200, [new("content-type", InferredType)], [], body);

    private static List<KeyValuePair<string, string>> Headers(JsonElement root)
    {
        var headers = new List<KeyValuePair<string, string>>();
        if (Find(root, "headers") is { } map)
            headers.AddRange(map.EnumerateObject().Select(header => Header(header.Name, Text(header.Value))));
        if (!headers.Any(header => header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)))
            headers.Add(new("content-type", DefaultType));
        return headers;
    }

    private static List<string> Cookies(JsonElement root) =>
        Find(root, "cookies") is { } cookies
            ? [.. cookies.EnumerateArray().Select(cookie => Header("set-cookie", Text(cookie)).Value)]
            : [];

    internal static KeyValuePair<string, string> Header(string name, string value) =>
        name.Length == 0 || name.AsSpan().ContainsAnyInRange('\0', ' ') || value.Any(char.IsControl)
            ? throw new FormatException("A header that HTTP cannot carry.")
            : new(name, value);

    internal static byte[] Body(JsonElement root)
    {
        if (Find(root, "body") is not { } body)
            return [];
        var isBase64 = Find(root, "isBase64Encoded") is { } flag && flag.GetBoolean();
        return isBase64 ? body.GetBytesFromBase64() : Encoding.UTF8.GetBytes(Text(body));
    }

    internal static JsonElement? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    internal static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new FormatException("Neither text nor a number nor a boolean."),
    };
}

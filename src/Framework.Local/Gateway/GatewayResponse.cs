namespace Framework.Local.Gateway;

/// <summary>What the gateway sends to the client.</summary>
/// <param name="StatusCode">The status code.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Cookies">The values of <c>Set-Cookie</c>.</param>
/// <param name="Body">The body.</param>
internal sealed record GatewayResponse(
    int StatusCode,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    IReadOnlyList<string> Cookies,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether the response is from the gateway itself, and not from the function.</summary>
    public bool IsGateways { get; private init; }

    /// <summary>A response of the gateway's own: <c>{"message":"Internal Server Error"}</c>.</summary>
    public static GatewayResponse Message(int statusCode, string message, params KeyValuePair<string, string>[] headers) =>
        new(
            statusCode,
            [new("content-type", "application/json"), .. headers],
            [],
            System.Text.Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""))
        {
            IsGateways = true,
        };

    /// <summary>A response of a REST API's own, with the type of its error.</summary>
    public static GatewayResponse Json(int statusCode, string json, string errorType) => new(
        statusCode,
        [new("content-type", "application/json"), new("x-amzn-errortype", errorType)],
        [],
        System.Text.Encoding.UTF8.GetBytes(json))
    {
        IsGateways = true,
    };

    /// <summary>A response of the front door's own in plain text.</summary>
    public static GatewayResponse Text(int statusCode, string text) =>
        new(statusCode, [new("content-type", "text/plain")], [], System.Text.Encoding.UTF8.GetBytes(text)) { IsGateways = true };

    /// <summary>A response of a load balancer's own: a small page.</summary>
    public static GatewayResponse Html(int statusCode, string title) => new(
        statusCode,
        [new("content-type", "text/html")],
        [],
        System.Text.Encoding.UTF8.GetBytes($"<html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>"))
    {
        IsGateways = true,
    };

    /// <summary>The function failed, or its response is not valid.</summary>
    public static GatewayResponse InternalServerError() => Message(500, "Internal Server Error");
}

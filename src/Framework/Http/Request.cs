namespace Framework.Http;

/// <summary>An HTTP request as the gateway passed it on. Valid until its invocation ends.</summary>
public sealed class Request
{
    internal Request()
    {
    }

    /// <summary>The method in capitals, such as <c>GET</c>.</summary>
    public string Method { get; internal set; } = "";

    /// <summary>The path without the stage, decoded where the gateway decodes it and left encoded where it does not:
    /// see <see cref="IsPathEncoded"/>. Where a parameter of the gateway's own route holds a slash, it is escaped again.
    /// </summary>
    public string Path { get; internal set; } = "/";

    /// <summary>Whether <see cref="Path"/> still holds percent escapes.</summary>
    public bool IsPathEncoded { get; internal set; }

    /// <summary>The query string.</summary>
    public QueryString Query { get; internal set; }

    /// <summary>The headers.</summary>
    public RequestHeaders Headers { get; } = new();

    /// <summary>The cookies as <c>name=value</c>, one an entry.</summary>
    public IReadOnlyList<string> Cookies { get; internal set; } = [];

    /// <summary>The body's bytes, decoded from base64 where the gateway encoded them. Empty where there is none.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>The client's address as the gateway saw it.</summary>
    public string? SourceIp { get; internal set; }

    /// <summary>The host name that was called.</summary>
    public string? Host { get; internal set; }

    /// <summary>The gateway's id of the request.</summary>
    public string? GatewayRequestId { get; internal set; }
}

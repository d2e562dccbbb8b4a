namespace Framework.Http;

/// <summary>An HTTP request as the gateway passed it on. Valid until its invocation ends.</summary>
public sealed class Request
{
    internal Request()
    {
    }

    /// <summary>The gateway that passed it on.</summary>
    public FrontDoor FrontDoor { get; internal set; }

    // Here, where they cost no bytes of their own.
    internal bool IsHealthCheck { get; set; }

    internal bool HasBasePath { get; set; }

    // Whether the response has the form of a stream.
    internal bool IsStreamed { get; set; }

    /// <summary>The method in capitals, such as <c>GET</c>.</summary>
    public string Method { get; internal set; } = "";

    /// <summary>The path without the stage, percent-encoded, the same whatever the gateway makes of it: a character that may
    /// stand literally in a path (RFC 3986, section 3.3) does, every other one is escaped.</summary>
    public string Path { get; internal set; } = "/";

    /// <summary>The query string, as the client sent it; behind a REST API, which decodes it, encoded anew.</summary>
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

namespace Framework.Http;

/// <summary>What few responses have: cookies, and a body that is made while it is sent.</summary>
internal sealed class ResponseParts
{
    public ResponseCookies Cookies { get; } = [];

    public StreamedBody? Stream { get; init; }
}

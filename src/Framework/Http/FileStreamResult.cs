namespace Framework.Http;

/// <summary>200: a file that is read while it is sent, where the front door streams. Else as <see cref="FileResult"/>.</summary>
/// <param name="Content">The bytes; disposed when they are sent, or when the client has gone away.</param>
/// <param name="ContentType">The media type, such as <c>application/pdf</c>, with a charset where it is text.</param>
/// <param name="Name">The name that a browser saves it by, in any language; null for the browser's choice. Slashes and control
/// characters in it are replaced (RFC 6266, section 4.3).</param>
public sealed record FileStreamResult(Stream Content, string ContentType, string? Name = null) : HttpResult(200)
{
    /// <summary>Whether a browser may show the file in place of saving it.</summary>
    public bool IsInline { get; init; }

    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers) =>
        new FileResult(default, ContentType, Name) { IsInline = IsInline }.AddHeaders(headers);
}

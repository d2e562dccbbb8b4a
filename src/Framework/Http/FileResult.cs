namespace Framework.Http;

/// <summary>200: a file. A browser saves it, unless <see cref="IsInline"/> says that it may show it; what a user has uploaded
/// must not be shown, for it could be a page with scripts.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">The media type, such as <c>application/pdf</c>, with a charset where it is text.</param>
/// <param name="Name">The name that a browser saves it by, in any language; null for the browser's choice. Slashes and control
/// characters in it are replaced (RFC 6266, section 4.3).</param>
public sealed record FileResult(ReadOnlyMemory<byte> Content, string ContentType, string? Name = null) : HttpResult(200)
{
    /// <summary>Whether a browser may show the file in place of saving it.</summary>
    public bool IsInline { get; init; }

    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["content-type"] = ContentType;
        headers["content-disposition"] = ContentDisposition.Of(IsInline ? "inline" : "attachment", Name);
        headers["x-content-type-options"] = "nosniff";
    }

    internal override Response ToResponse() =>
        Complete(new Response(StatusCode) { Body = Content, IsText = MediaType.IsText(ContentType) });
}

using System.Runtime.InteropServices;
using Framework.Http;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Checks a body that is taken as it comes.</summary>
internal static class RawBody
{
    /// <summary>Checks the size, the media type and that there is no coding.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">How long the body may be.</param>
    /// <param name="types">The media types that are taken, <c>image/*</c> for all images; empty for all.</param>
    /// <returns>The problem; null where there is none.</returns>
    public static Problem? Check(Request request, int maxBytes, IReadOnlyList<string> types)
    {
        if (request.Body.Length > maxBytes)
            return KnownProblems.BodyTooLarge(maxBytes);
        if (request.Body.IsEmpty)
            return KnownProblems.MissingContent(types);
        var contentType = request.Headers["content-type"];
        if (types.Count > 0 && !types.Any(type => IsOf(type, contentType)))
            return KnownProblems.UnsupportedMediaTypeOf(types);
        return request.Headers["content-encoding"] is { } encoding && !ContentCoding.IsIdentity(encoding)
            ? KnownProblems.UnsupportedEncoding
            : null;
    }

    /// <summary>A stream over bytes, without a copy of them.</summary>
    public static Stream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array ?? [], array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static bool IsOf(string type, string? contentType)
    {
        var essence = MediaType.Essence(contentType ?? "");
        return type.EndsWith("/*", StringComparison.Ordinal)
            ? essence.StartsWith(type.AsSpan(0, type.Length - 1), StringComparison.OrdinalIgnoreCase)
            : essence.Equals(type, StringComparison.OrdinalIgnoreCase);
    }
}

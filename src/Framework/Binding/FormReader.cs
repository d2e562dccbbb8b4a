using Framework.Http;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Reads a form.</summary>
internal static class FormReader
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>Reads the form.</summary>
    /// <returns>The problem; null where the form was read.</returns>
    public static Problem? Read(Request request, int maxBytes, int maxParts, out FormBody? form)
    {
        form = null;
        if (RawBody.Check(request, maxBytes, [UrlEncoded, Multipart]) is { } problem)
            return problem;
        var contentType = request.Headers["content-type"]!;
        if (MediaType.Essence(contentType).Equals(UrlEncoded, StringComparison.OrdinalIgnoreCase))
        {
            form = new UrlEncodedForm(request.Body);
            return null;
        }
        var boundary = HeaderParameters.Find(contentType, "boundary");
        if (!MultipartReader.IsBoundary(boundary))
            return KnownProblems.MalformedForm("The header Content-Type names no boundary of 1 to 70 characters.");
        var reader = new MultipartReader(request.Body, boundary!, maxParts);
        form = new MultipartForm(reader.Read());
        if (reader.HasTooMany)
            return KnownProblems.TooManyParts(maxParts);
        return reader.Error is { } error ? KnownProblems.MalformedForm($"The body {error}.") : null;
    }
}

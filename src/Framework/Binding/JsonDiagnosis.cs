using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Says why a body could not be read. It runs only after a failure: first over the text, then over the
/// shape, so that a client is told every field that is wrong, by its JSON path, in words of its own format.</summary>
internal static class JsonDiagnosis
{
    public static Problem Of(ReadOnlyMemory<byte> body, JsonTypeInfo type, JsonException? exception = null)
    {
        var maxDepth = type.Options.MaxDepth == 0 ? 64 : type.Options.MaxDepth;
        if (new JsonSyntaxCheck(maxDepth, type.Options).Find(body.Span) is { } problem)
            return problem;
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions
        {
            MaxDepth = maxDepth,
            CommentHandling = type.Options.ReadCommentHandling,
            AllowTrailingCommas = type.Options.AllowTrailingCommas,
        });
        var errors = new FieldErrors();
        new JsonShapeCheck(type.Options, errors).Check(document.RootElement, type, JsonPath.Root);
        if (errors.IsEmpty)
            errors.Add(Place(exception), "Has a value that cannot be read.");
        return KnownProblems.InvalidBody(errors.ByField);
    }

    private static string Place(JsonException? exception) =>
        exception?.Path is { Length: > 1 } path ? path[1..].TrimStart('.') : JsonPath.Root;
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Says what is wrong with a body. It runs only after a failure, and where a null might stand in a list: first
/// over the text, then over the shape, so that a client is told every field that is wrong, by its JSON path, in words of its own format.</summary>
internal static class JsonDiagnosis
{
    /// <summary>Looks for what is wrong; null where nothing is found.</summary>
    public static Problem? Of(ReadOnlyMemory<byte> body, JsonTypeInfo type, bool allowsNullItems)
    {
        var maxDepth = type.Options.MaxDepth == 0 ? 64 : type.Options.MaxDepth;
        var mayRepeat = RepeatedKeys.MayBeIn(body.Span, type.Options);
        if (new JsonSyntaxCheck(maxDepth, type.Options, mayRepeat).Find(body.Span) is { } problem)
            return problem;
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions
        {
            MaxDepth = maxDepth,
            CommentHandling = type.Options.ReadCommentHandling,
            AllowTrailingCommas = type.Options.AllowTrailingCommas,
        });
        var errors = new FieldErrors();
        var shape = new JsonShapeCheck(type.Options, allowsNullItems, mayRepeat, errors);
        shape.Check(document.RootElement, type);
        return shape.Duplicate ?? (errors.IsEmpty ? null : KnownProblems.InvalidBody(errors));
    }
}

using System.Text.Json.Serialization.Metadata;
using Framework.Problems;

namespace Framework.Binding;

/// <summary>Finds the errors of a body. It runs only after a failure, and where a list might hold a null: first
/// over the text, then over the shape, so that the client gets every field that is wrong, by its JSON path.</summary>
internal static class JsonDiagnosis
{
    /// <summary>The problem with the errors; null where there are none.</summary>
    public static Problem? Of(ReadOnlySpan<byte> body, JsonTypeInfo type, bool allowsNullItems, int limit = 0)
    {
        var maxDepth = limit > 0 ? limit : type.Options.MaxDepth == 0 ? 64 : type.Options.MaxDepth;
        var mayRepeat = RepeatedKeys.MayBeIn(body, type.Options);
        if (new JsonSyntaxCheck(maxDepth, type.Options, mayRepeat).Find(body) is { } problem)
            return problem;
        var errors = new FieldErrors();
        var shape = new JsonShapeCheck(type.Options, allowsNullItems, mayRepeat, errors);
        shape.Check(body, type);
        return shape.Duplicate ?? (errors.IsEmpty ? null : KnownProblems.InvalidBody(errors));
    }
}

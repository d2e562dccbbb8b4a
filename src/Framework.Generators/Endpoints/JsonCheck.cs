using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Finds bodies and answers that no JSON context knows, and the line that mends it.</summary>
internal static class JsonCheck
{
    /// <summary>What the project's own contexts lack.</summary>
    public static EquatableArray<MissingJson> Find(EquatableArray<EndpointResult> endpoints, EquatableArray<JsonTypeName> known)
    {
        var missing = endpoints.SelectMany(endpoint => endpoint.Json)
            .Where(use => known.All(type => type.TypeName != use.Type.TypeName))
            .ToList();
        var names = known.Concat(missing.Select(use => use.Type)).Distinct().ToLookup(type => type.PropertyName);
        return missing
            .Select(use => new MissingJson(use.Type.TypeName, Line(use, names[use.Type.PropertyName].Count() > 1), use.Location))
            .ToEquatableArray();
    }

    /// <summary>What the contexts of referenced projects lack too.</summary>
    public static IEnumerable<DiagnosticInfo> Report(EquatableArray<MissingJson> missing, Compilation compilation)
    {
        if (missing.Count == 0)
            return [];
        var known = JsonContextReader.ReadReferences(compilation);
        return missing.Where(type => !known.Contains(type.TypeName)).Select(type => DiagnosticInfo.Of(
            EndpointDiagnostics.MissingJsonType, type.Location, Readable(type.TypeName), type.Line));
    }

    // Two types of one short name would be one property of the context, which SYSLIB1031 refuses.
    private static string Line(JsonUse use, bool isShared) =>
        $"[JsonSerializable(typeof({Readable(use.Type.TypeName)}){(isShared ? $", TypeInfoPropertyName = \"{use.LongName}\"" : "")})]";

    private static string Readable(string type) => type.Replace("global::", "");
}

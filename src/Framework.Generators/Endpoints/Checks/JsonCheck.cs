using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Framework.Generators.Endpoints.Reading;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Checks;

/// <summary>Finds bodies and responses that no JSON context knows, and the lines that fix it.</summary>
internal static class JsonCheck
{
    /// <summary>The types that the project's own contexts lack.</summary>
    public static EquatableArray<MissingJson> Find(EquatableArray<EndpointResult> endpoints, EquatableArray<JsonTypeName> known)
    {
        var listed = new HashSet<string>(known.Select(type => type.TypeName));
        var missing = endpoints.SelectMany(endpoint => endpoint.Json).Where(use => !listed.Contains(use.Types[0].TypeName)).ToList();
        var names = known.Concat(missing.SelectMany(use => use.Types).Where(type => !listed.Contains(type.TypeName))).Distinct()
            .ToLookup(type => type.PropertyName);
        listed.UnionWith(missing.Select(use => use.Types[0].TypeName));
        return missing
            .Select(use => new MissingJson(use.Types[0].TypeName, string.Join(" and ", Lines(use, names, listed)), use.Location))
            .ToEquatableArray();
    }

    /// <summary>The diagnostics for types that the contexts of referenced projects lack too.</summary>
    public static IEnumerable<DiagnosticInfo> Report(EquatableArray<MissingJson> missing, Compilation compilation)
    {
        if (missing.Count == 0)
            return [];
        var known = JsonContextReader.ReadReferences(compilation);
        return missing.Where(type => !known.Contains(type.TypeName)).Select(type => DiagnosticInfo.Of(
            EndpointDiagnostics.MissingJsonType, type.Location, Readable(type.TypeName), type.Lines));
    }

    // Two types with the same short name would be one property of the context, which SYSLIB1031 refuses. So each gets a
    // longer property name.
    private static IEnumerable<string> Lines(JsonUse use, ILookup<string, JsonTypeName> names, HashSet<string> listed)
    {
        foreach (var type in use.Types)
        {
            var isShared = names[type.PropertyName].Count() > 1;
            if (type == use.Types[0] || (isShared && listed.Add(type.TypeName)))
                yield return $"[JsonSerializable(typeof({Readable(type.TypeName)}){(isShared ? $", TypeInfoPropertyName = \"{type.LongName}\"" : "")})]";
        }
    }

    private static string Readable(string type) => type.Replace("global::", "");
}

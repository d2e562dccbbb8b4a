using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Framework.Generators.Endpoints.Reading;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Checks;

/// <summary>Finds bodies and answers that no JSON context knows, and the lines that mend it.</summary>
internal static class JsonCheck
{
    /// <summary>What the project's own contexts lack.</summary>
    public static EquatableArray<MissingJson> Find(EquatableArray<EndpointResult> endpoints, EquatableArray<JsonTypeName> known)
    {
        var told = new HashSet<string>(known.Select(type => type.TypeName));
        var missing = endpoints.SelectMany(endpoint => endpoint.Json).Where(use => !told.Contains(use.Types[0].TypeName)).ToList();
        var names = known.Concat(missing.SelectMany(use => use.Types).Where(type => !told.Contains(type.TypeName))).Distinct()
            .ToLookup(type => type.PropertyName);
        told.UnionWith(missing.Select(use => use.Types[0].TypeName));
        return missing
            .Select(use => new MissingJson(use.Types[0].TypeName, string.Join(" and ", Lines(use, names, told)), use.Location))
            .ToEquatableArray();
    }

    /// <summary>What the contexts of referenced projects lack too.</summary>
    public static IEnumerable<DiagnosticInfo> Report(EquatableArray<MissingJson> missing, Compilation compilation)
    {
        if (missing.Count == 0)
            return [];
        var known = JsonContextReader.ReadReferences(compilation);
        return missing.Where(type => !known.Contains(type.TypeName)).Select(type => DiagnosticInfo.Of(
            EndpointDiagnostics.MissingJsonType, type.Location, Readable(type.TypeName), type.Lines));
    }

    // Two types of one short name would be one property of the context, which SYSLIB1031 refuses: each gets a longer one.
    private static IEnumerable<string> Lines(JsonUse use, ILookup<string, JsonTypeName> names, HashSet<string> told)
    {
        foreach (var type in use.Types)
        {
            var isShared = names[type.PropertyName].Count() > 1;
            if (type == use.Types[0] || (isShared && told.Add(type.TypeName)))
                yield return $"[JsonSerializable(typeof({Readable(type.TypeName)}){(isShared ? $", TypeInfoPropertyName = \"{type.LongName}\"" : "")})]";
        }
    }

    private static string Readable(string type) => type.Replace("global::", "");
}

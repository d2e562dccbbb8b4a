using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads <c>[CacheControl("private, max-age=60")]</c> of an endpoint.</summary>
internal static class CacheReader
{
    private static readonly HashSet<string> Words =
    [
        "no-cache", "no-store", "no-transform", "must-revalidate", "proxy-revalidate", "must-understand", "private", "public", "immutable",
    ];

    private static readonly HashSet<string> Times = ["max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"];

    /// <summary>The directives, in lower case; null where the endpoint has none.</summary>
    public static string? Read(INamedTypeSymbol type, AccessModel access, Action<DiagnosticInfo> report)
    {
        var attribute = type.Levels().Select(level => level.Attribute(WellKnown.CacheControl)).FirstOrDefault(found => found is not null);
        if (attribute is null)
            return null;
        var directives = (attribute.Text(0) ?? "").Split(',').Select(directive => directive.Trim().ToLowerInvariant()).ToList();
        if (Problem(directives) is { } problem)
            report(DiagnosticInfo.Of(EndpointDiagnostics.CacheDirective, attribute.Location(), type.Name, problem));
        else if (!access.AllowAnonymous && !directives.Contains("private") && !directives.Contains("no-store"))
            report(DiagnosticInfo.Of(EndpointDiagnostics.SharedCache, attribute.Location(), type.Name));
        return string.Join(", ", directives);
    }

    private static string? Problem(List<string> directives)
    {
        if (directives.FirstOrDefault(directive => !IsKnown(directive)) is { } unknown)
            return $"'{unknown}' is no directive of a response";
        if (directives.Select(NameOf).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return $"'{twice.Key}' is there twice";
        if (directives.Contains("public") && directives.Contains("private"))
            return "'public' and 'private' contradict each other";
        return directives.Contains("no-store") && directives.FirstOrDefault(directive => Times.Contains(NameOf(directive))) is { } time
            ? $"'no-store' and '{time}' contradict each other"
            : null;
    }

    private static bool IsKnown(string directive) => directive.Split('=') switch
    {
        [var word] => Words.Contains(word),
        [var name, var seconds] => Times.Contains(name) && seconds.Length is > 0 and < 11 && seconds.All(letter => letter is >= '0' and <= '9'),
        _ => false,
    };

    private static string NameOf(string directive) => directive.Split('=')[0];
}

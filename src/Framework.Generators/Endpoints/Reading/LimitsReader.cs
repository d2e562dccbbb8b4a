using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads <c>[BodyLimits(MaxBytes = 1000)]</c> of an endpoint.</summary>
internal static class LimitsReader
{
    /// <summary>The limits; zero for each that the endpoint does not have.</summary>
    public static LimitsModel Read(INamedTypeSymbol type, bool hasBody, Action<DiagnosticInfo> report)
    {
        var attribute = type.Levels().Select(level => level.Attribute(WellKnown.BodyLimits)).FirstOrDefault(found => found is not null);
        if (attribute is null)
            return new LimitsModel(0, 0, 0);
        if (!hasBody)
            report(DiagnosticInfo.Of(EndpointDiagnostics.UselessLimits, attribute.Location(), type.Name, "has no body: remove them"));
        else if (attribute.NamedArguments.FirstOrDefault(limit => limit.Value.Value is < 1) is { Key: { } name })
            report(DiagnosticInfo.Of(EndpointDiagnostics.UselessLimits, attribute.Location(), type.Name, $"takes nothing: make {name} at least 1"));
        return new LimitsModel(Of("MaxBytes"), Of("MaxDepth"), Of("MaxParts"));

        int Of(string name) => attribute.NamedArguments.FirstOrDefault(limit => limit.Key == name).Value.Value is int value ? value : 0;
    }
}

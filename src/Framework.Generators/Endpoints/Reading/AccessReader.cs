using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads who may call an endpoint, and from which origins.</summary>
internal static class AccessReader
{
    private static readonly string[] Names = ["AllowAnonymous", "RequireGroup", "RequireScope"];

    public static AccessModel Read(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        var anonymous = Find(type, "AllowAnonymous").Any();
        var hasPolicies = Attributes(type).Any(PolicyReader.IsAuthorize);
        var groups = Requirements(type, "RequireGroup", "group", report);
        var scopes = Requirements(type, "RequireScope", "scope", report);
        if (anonymous && (groups.Count + scopes.Count > 0 || hasPolicies))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.AnonymousAndRestricted, LocationInfo.Of(type),
                type.Name, groups.Count > 0 ? "RequireGroup" : scopes.Count > 0 ? "RequireScope" : "Authorize"));
        }
        return new AccessModel(anonymous, groups, scopes);
    }

    /// <summary>Whether a class says anything of who may call.</summary>
    public static bool HasAny(INamedTypeSymbol type) =>
        Attributes(type).Any(attribute => PolicyReader.IsAuthorize(attribute) || Names.Any(name => attribute.Is($"Framework.Identity.{name}Attribute")));

    public static CorsModel? ReadCors(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        var attribute = Attributes(type).FirstOrDefault(candidate => candidate.Is(WellKnown.Cors));
        if (attribute is null)
            return null;
        var origins = AttributeTexts.Of(attribute);
        var credentials = attribute.NamedArguments.Any(argument => argument is { Key: "AllowCredentials", Value.Value: true });
        if (credentials && origins.Contains("*"))
            report(DiagnosticInfo.Of(EndpointDiagnostics.CredentialsForAll, LocationInfo.Of(type), type.Name));
        return new CorsModel(origins, credentials);
    }

    private static EquatableArray<EquatableArray<string>> Requirements(
        INamedTypeSymbol type, string attributeName, string what, Action<DiagnosticInfo> report)
    {
        var requirements = Find(type, attributeName).Select(AttributeTexts.Of).ToList();
        if (requirements.Any(names => names.Count == 0 || names.Any(name => name.Length == 0 || name.Contains(' '))))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.EmptyRequirement, LocationInfo.Of(type), attributeName, type.Name, what));
        }
        return requirements.ToEquatableArray();
    }

    private static IEnumerable<AttributeData> Find(INamedTypeSymbol type, string name) => Attributes(type)
        .Where(attribute => attribute.Is($"Framework.Identity.{name}Attribute"));

    // The requirements of a base class apply to all derived classes.
    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type) =>
        type.Levels().SelectMany(level => level.GetAttributes());
}

using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the routes of an endpoint: <c>[Put("/todos/{id}"), Patch("/todos/{id}")]</c>.</summary>
internal static class RouteReader
{
    /// <summary>The attributes with a route, in the order of the source.</summary>
    public static IReadOnlyList<AttributeData> Attributes(INamedTypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => WellKnown.Routes.Any(attribute.Is))];

    /// <summary>Whether a declaration of the class holds its first route: an endpoint with several is read once.</summary>
    public static bool HoldsFirst(INamedTypeSymbol type, SyntaxNode declaration, string attribute) =>
        Attributes(type) is [var first, ..] && first.Is(attribute)
        && first.ApplicationSyntaxReference is { } place && place.SyntaxTree == declaration.SyntaxTree && declaration.FullSpan.Contains(place.Span);

    /// <summary>The routes; null where one is malformed.</summary>
    public static EquatableArray<RouteModel>? Read(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        if (Prefix(type, report) is not { } prefix)
            return null;
        var routes = new List<RouteModel>();
        foreach (var attribute in type.GetAttributes().Where(attribute => MethodOf(attribute) is not null))
        {
            var template = attribute.Text(0) ?? "";
            if (RouteTemplateText.Problem(template) is null)
                template = RouteTemplateText.Join(prefix, template);
            if (RouteTemplateText.Problem(template) is { } problem)
            {
                report(DiagnosticInfo.Of(EndpointDiagnostics.MalformedTemplate, attribute.Location(), template, problem));
                return null;
            }
            if (routes.Count > 0 && !Names(template).SetEquals(Names(routes[0].Template)))
            {
                report(DiagnosticInfo.Of(EndpointDiagnostics.DifferentRoutes, attribute.Location(), routes[0].Template, template, type.Name));
                return null;
            }
            routes.Add(new RouteModel(MethodOf(attribute)!.ToUpperInvariant(), template));
        }
        return routes.ToEquatableArray();
    }

    // What the routes begin with; null where it is malformed.
    private static string? Prefix(INamedTypeSymbol type, Action<DiagnosticInfo> report)
    {
        var whole = "";
        foreach (var attribute in type.Levels().Reverse().Select(level => level.Attribute(WellKnown.RoutePrefix)).OfType<AttributeData>())
        {
            var prefix = attribute.Text(0) ?? "";
            if ((prefix == "/" ? "a prefix has at least one segment" : RouteTemplateText.Problem(prefix)) is { } problem)
            {
                report(DiagnosticInfo.Of(EndpointDiagnostics.MalformedTemplate, attribute.Location(), prefix, problem));
                return null;
            }
            whole += prefix;
        }
        return whole;
    }

    private static HashSet<string> Names(string template) => [.. RouteTemplateText.Names(template)];

    private static string? MethodOf(AttributeData attribute) =>
        WellKnown.Methods.FirstOrDefault(method => attribute.Is($"{WellKnown.Attributes}{method}Attribute"));
}

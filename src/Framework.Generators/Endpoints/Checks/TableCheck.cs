using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Checks;

/// <summary>Finds conflicts between endpoints.</summary>
internal static class TableCheck
{
    /// <summary>Authorizers with the name of another authorizer, or of an endpoint.</summary>
    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<AuthorizerResult> authorizers, EquatableArray<EndpointModel> endpoints)
    {
        var names = new HashSet<string>(endpoints.Select(endpoint => endpoint.Name), StringComparer.OrdinalIgnoreCase);
        foreach (var authorizer in authorizers.Where(authorizer => authorizer.Model is { } model && !names.Add(model.Name)))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.DuplicateName, authorizer.Location, authorizer.Model!.Name);
    }

    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<EndpointResult> endpoints)
    {
        var all = endpoints.Where(endpoint => endpoint.Model is not null).Select(endpoint => (Model: endpoint.Model!, endpoint.Location)).ToList();
        foreach (var same in all.GroupBy(endpoint => endpoint.Model.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.DuplicateName, same.Last().Location, same.Last().Model.Name);
        var routes = all.SelectMany(endpoint => endpoint.Model.Routes, (endpoint, route) => (endpoint.Model.Name, endpoint.Location, Route: route));
        foreach (var same in routes.GroupBy(one => (one.Route.Method, one.Route.Shape)).Where(group => group.Count() > 1))
        {
            var (first, last) = (same.First(), same.Last());
            yield return DiagnosticInfo.Of(
                EndpointDiagnostics.AmbiguousRoute, last.Location, first.Name, last.Name, last.Route.Method, last.Route.Template);
        }
        var keys = all.SelectMany(endpoint => endpoint.Model.RouteKeys, (endpoint, key) => (endpoint.Model.Name, endpoint.Location, Key: key));
        foreach (var same in keys.GroupBy(one => one.Key).Where(group => group.Count() > 1))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.AmbiguousKey, same.Last().Location, same.First().Name, same.Last().Name, same.Key);
    }
}

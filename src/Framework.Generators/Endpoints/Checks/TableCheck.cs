using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Checks;

/// <summary>Finds conflicts between endpoints.</summary>
internal static class TableCheck
{
    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<EndpointResult> endpoints)
    {
        var all = endpoints.Where(endpoint => endpoint.Model is not null).Select(endpoint => (Model: endpoint.Model!, endpoint.Location)).ToList();
        foreach (var same in all.GroupBy(endpoint => endpoint.Model.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.DuplicateName, same.Last().Location, same.Last().Model.Name);
        foreach (var same in all.GroupBy(endpoint => (endpoint.Model.Method, endpoint.Model.RouteShape)).Where(group => group.Count() > 1))
        {
            var (first, last) = (same.First().Model, same.Last().Model);
            yield return DiagnosticInfo.Of(
                EndpointDiagnostics.AmbiguousRoute, same.Last().Location, first.Name, last.Name, last.Method, last.Template);
        }
    }
}

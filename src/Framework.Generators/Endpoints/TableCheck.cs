namespace Framework.Generators.Endpoints;

/// <summary>Finds what is wrong between endpoints.</summary>
internal static class TableCheck
{
    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<EndpointModel> endpoints)
    {
        foreach (var same in endpoints.GroupBy(endpoint => endpoint.Name).Where(group => group.Count() > 1))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.DuplicateName, same.Last().Location, same.Key);
        foreach (var same in endpoints.GroupBy(endpoint => (endpoint.Method, endpoint.RouteShape)).Where(group => group.Count() > 1))
        {
            var (first, last) = (same.First(), same.Last());
            yield return DiagnosticInfo.Of(
                EndpointDiagnostics.AmbiguousRoute, last.Location, first.Name, last.Name, last.Method, last.Template);
        }
    }
}

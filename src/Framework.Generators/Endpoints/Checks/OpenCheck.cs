using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Checks;

/// <summary>Compares the endpoints that are open to anonymous callers with the list of the project.</summary>
internal static class OpenCheck
{
    /// <summary>What is in one of the two alone.</summary>
    public static IEnumerable<DiagnosticInfo> Find(EquatableArray<EndpointResult> endpoints, EquatableArray<OpenListModel> listed)
    {
        var known = new HashSet<string>(listed.Select(line => line.Text));
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Model is not null))
        {
            foreach (var line in endpoint.Model!.OpenLines.Where(line => !known.Contains(line)))
                yield return DiagnosticInfo.Of(EndpointDiagnostics.OpenEndpoint, endpoint.Location, endpoint.Model!.Name, line);
        }
        var open = new HashSet<string>(endpoints.Select(endpoint => endpoint.Model).OfType<EndpointModel>().SelectMany(model => model.OpenLines));
        foreach (var line in listed.Where(line => !open.Contains(line.Text)))
            yield return DiagnosticInfo.Of(EndpointDiagnostics.ClosedEndpoint, line.Location, line.Text);
    }
}

using Framework.Local.Gateway;
using Framework.Local.Output;
using Framework.Local.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Framework.Local.Browsing;

/// <summary>The page <c>/_local</c>, and a page for each route.</summary>
internal sealed class IndexEndpoints(Deployments deployments, RequestJournal requests)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapGet("/routes/{name}", ShowRouteAsync);
    }

    private Task ShowAsync(HttpContext http)
    {
        var current = deployments.Current;
        var main = IndexPage.Write(current.Service.Name, current.Running.Endpoints, requests.After(0), SignInLink.Of(http.Request));
        return new LocalPage(Html.Show(current.Service.Name), main) { HasScript = true }.WriteAsync(http);
    }

    private Task ShowRouteAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        var current = deployments.Current;
        return current.Running.Endpoints.FirstOrDefault(endpoint => endpoint.Name == name && endpoint.Routes.Any()) is { } endpoint
            ? new LocalPage(Html.Show($"{endpoint.Method} {endpoint.Template}"), RoutePage.Write(endpoint, current.Service.Json.Options))
            {
                HasScript = true,
            }.WriteAsync(http)
            : MissingPage.WriteAsync(http, $"No endpoint is named {name}.");
    }
}

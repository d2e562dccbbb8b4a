using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.Reading;

/// <summary>Reads whether the service has a page, and which paths of its domain are the API's.</summary>
internal static class PageReader
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html: 75 behaviors a distribution. One serves
    // the files, one config.js, and two each path of the API.
    private const int MaxPaths = (75 - 2) / 2;

    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html
    private const int MinRequests = 10;
    private const int MaxRequests = 2_000_000_000;

    /// <summary>Reads the page.</summary>
    /// <param name="folder">The folder of its files; null, or without an <c>index.html</c>, where the service has none.</param>
    /// <param name="api">What stands in front of the functions.</param>
    /// <param name="routes">The routes of the API.</param>
    /// <param name="settings">How the page is deployed.</param>
    /// <exception cref="DeploymentException">The page and the API cannot share a domain.</exception>
    public static PageModel? Read(string? folder, ApiType api, IReadOnlyList<RouteModel> routes, PageAttribute settings)
    {
        if (folder is null || !File.Exists(Path.Combine(folder, "index.html")))
            return null;
        if (api == ApiType.LoadBalancer)
            throw new DeploymentException(
                "A distribution reaches a load balancer by a name for which the load balancer has no certificate: choose another ApiType, or take wwwroot out of the service and serve the page elsewhere.");
        if (settings.RequestsPerAddress is < MinRequests or > MaxRequests)
            throw new DeploymentException($"[assembly: Page(RequestsPerAddress = {settings.RequestsPerAddress})]: AWS WAF takes {MinRequests} to {MaxRequests}.");
        var paths = routes.Select(PathOf).Distinct().Order(StringComparer.Ordinal).ToList();
        if (paths.FirstOrDefault(path => Exists(folder, path)) is { } path)
            throw new DeploymentException($"{path} is a path of the API and a file of wwwroot. Rename one of them.");
        if (paths.Count > MaxPaths)
            throw new DeploymentException(
                $"The paths of the API begin in {paths.Count} ways, and a page's distribution takes {MaxPaths}: let them begin with one, such as /api.");
        return new PageModel(folder, settings, paths);
    }

    private static string PathOf(RouteModel route)
    {
        var first = route.Template.Split('/').ElementAtOrDefault(1) ?? "";
        return first.Length > 0 && !first.Contains('{', StringComparison.Ordinal)
            ? $"/{first}"
            : throw new DeploymentException(
                $"{route.Endpoint} serves {route.Method} {route.Template}, which no distribution can tell from the page's files: let its path begin with a name, such as /api.");
    }

    private static bool Exists(string folder, string path) =>
        File.Exists(Path.Combine(folder, path[1..])) || Directory.Exists(Path.Combine(folder, path[1..]));
}

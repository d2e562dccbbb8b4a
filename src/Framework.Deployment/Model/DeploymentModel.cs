using Framework.Functions;
using Framework.Resources;

namespace Framework.Deployment.Model;

/// <summary>What a service needs of AWS, whoever creates it: the one source of the template and the manifest.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Settings">How the service is deployed.</param>
/// <param name="Functions">The functions, by name.</param>
/// <param name="Routes">The routes, by path and method.</param>
/// <param name="Tables">The tables, by name.</param>
internal sealed record DeploymentModel(
    string Service,
    DeploymentAttribute Settings,
    IReadOnlyList<FunctionModel> Functions,
    IReadOnlyList<RouteModel> Routes,
    IReadOnlyList<TableResource> Tables)
{
    /// <summary>Who answers browsers about other origins; null where no page of another origin may read.</summary>
    public CorsModel? Cors { get; init; }

    /// <summary>The groups that endpoints require, by name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The page; null where the service has none.</summary>
    public PageModel? Page { get; init; }

    /// <summary>What a signed-in user's browser may call by itself.</summary>
    public IReadOnlyList<Permission> UserPermissions { get; init; } = [];

    /// <summary>Whether an endpoint needs a signed-in caller.</summary>
    public bool HasUsers => Routes.Any(route => !route.IsOpen);
}

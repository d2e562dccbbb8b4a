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

    /// <summary>The Lambda authorizer; null where the service has none.</summary>
    public AuthorizerModel? Authorizer { get; init; }

    /// <summary>The routes of the WebSocket API, by key; none where the service has no such API.</summary>
    public IReadOnlyList<WebSocketRouteModel> WebSocketRoutes { get; init; } = [];

    /// <summary>The usage plans, in the order of the code.</summary>
    public IReadOnlyList<UsagePlanAttribute> UsagePlans { get; init; } = [];

    /// <summary>Who says who calls.</summary>
    public AccessType Access =>
        Routes.All(route => route.IsOpen) && WebSocketRoutes.All(route => route.IsOpen) ? AccessType.None
        : Settings.UsesIam ? AccessType.Iam
        : Authorizer is not null ? AccessType.Authorizer
        : Settings.Issuer is not null ? AccessType.Issuer
        : AccessType.UserPool;

    /// <summary>Whether the service has users of its own, who sign in.</summary>
    public bool HasUsers => Access == AccessType.UserPool;

    /// <summary>The scopes that endpoints require, by name.</summary>
    public IReadOnlyList<string> Scopes => [.. Routes.SelectMany(route => route.Scopes).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The routes that a function serves.</summary>
    public IEnumerable<RouteModel> RoutesOf(FunctionModel function) => Routes.Where(route => route.Function == function.Name);

    /// <summary>The function that serves a route.</summary>
    public FunctionModel FunctionOf(string name) => Functions.Single(function => function.Name == name);
}

using System.Reflection;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.Resources;

namespace Framework.Deployment.Reading;

/// <summary>Reads the functions: one an endpoint and one of the authorizer, or one for all.</summary>
/// <param name="service">The service.</param>
/// <param name="deployment">How it is deployed.</param>
/// <param name="permissions">Reads what they may do.</param>
/// <param name="assembly">The service's assembly.</param>
internal sealed class FunctionReader(Microservice service, DeploymentAttribute deployment, PermissionReader permissions, Assembly assembly)
{
    public IReadOnlyList<FunctionModel> Read() => deployment.Functions == FunctionLayout.OneForAll
        ? [Function(LogicalId.Of(service.Name), "*", type: null, service.Endpoints, service.Authorizers)]
        :
        [
            .. service.Endpoints.Select(endpoint => Function(endpoint.Name, endpoint.Name, endpoint.Type, [endpoint], []))
                .Concat(service.Authorizers.Select(authorizer => Function(authorizer.Name, authorizer.Name, authorizer.Type, [], [authorizer])))
                .OrderBy(function => function.Name, StringComparer.Ordinal),
        ];

    private FunctionModel Function(
        string name, string handler, Type? type, IReadOnlyList<EndpointDescription> endpoints, IReadOnlyList<AuthorizerDescription> authorizers)
    {
        var all = endpoints.SelectMany(permissions.Of).Concat(authorizers.SelectMany(permissions.Of))
            .DistinctBy(permission => (permission.Reason, string.Join(' ', permission.Actions), permission.Table?.Name, permission.Arn)).ToList();
        var tables = all.Select(permission => permission.Table).OfType<TableResource>().DistinctBy(table => table.Name)
            .OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        return new FunctionModel(name, handler, SettingsReader.Read(type, assembly), all, tables, tables.Count > 0 && endpoints.Any(AsksForPages))
        {
            IsAuthorizer = endpoints.Count == 0,
            Streams = deployment.Api is ApiType.RestApi or ApiType.FunctionUrl && endpoints.Any(endpoint => endpoint.RouteKeys.Count == 0 && (service.StreamsResponses || IsStreamed(endpoint))),
            UsesConnections = all.Any(permission => permission.Actions.Contains("execute-api:ManageConnections") && permission.Arn!.Contains("${WebSocketApi}", StringComparison.Ordinal)),
        };
    }

    private static bool IsStreamed(EndpointDescription endpoint) =>
        endpoint.StreamFormat is not null || endpoint.OtherResponses.Any(response => response.StreamFormat is not null);

    private static bool AsksForPages(EndpointDescription endpoint) =>
        endpoint.Parameters.Any(parameter => parameter.Name.Equals("cursor", StringComparison.OrdinalIgnoreCase))
        || endpoint.ResponseType is { IsGenericType: true, Name: "Page`1" };
}

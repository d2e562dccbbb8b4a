using System.Reflection;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Framework.Deployment.Reading;

/// <summary>Reads what a service needs of AWS from its endpoints, their constructors and its builder. Nothing of the service
/// runs.</summary>
internal static class ModelReader
{
    /// <summary>Reads a service.</summary>
    /// <param name="service">The service, built and not started.</param>
    /// <param name="page">The folder of the page's files; null where the service has no page.</param>
    /// <exception cref="DeploymentException">The service asks for something that cannot be deployed.</exception>
    public static DeploymentModel Read(Microservice service, string? page = null)
    {
        var endpoints = service.Endpoints;
        var assembly = AssemblyOf(endpoints);
        if (endpoints.FirstOrDefault(endpoint => endpoint.RouteKeys.Count > 0) is { } webSocket)
            throw new DeploymentException($"{webSocket.Name} is an endpoint of a WebSocket API, which the templates do not have yet: deploy the service by hand.");
        var settings = Settings(endpoints);
        var tables = Tables(service);
        var permissions = new PermissionReader(service.Services, tables);
        var functions = settings.Functions == FunctionLayout.OneForAll
            ? [Single(service, endpoints, permissions, assembly)]
            : endpoints.Select(endpoint => PerEndpoint(endpoint, permissions, assembly)).OrderBy(function => function.Name, StringComparer.Ordinal).ToList();
        foreach (var function in functions)
            SettingsReader.Check(function, settings.Api);
        var routes = Routes(endpoints, settings);
        return new DeploymentModel(service.Name, settings, functions, routes, tables)
        {
            Page = PageReader.Read(page, routes, assembly.GetCustomAttribute<PageAttribute>() ?? new PageAttribute()),
            UserPermissions = UserPermissionReader.Read(service.Name, routes, assembly.GetCustomAttributes<UserPermissionAttribute>()),
            Cors = CorsReader.Read(service, endpoints),
            Groups = [.. endpoints.SelectMany(endpoint => endpoint.Access.Groups).SelectMany(anyOf => anyOf).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>How a service is deployed, as its assembly says.</summary>
    public static DeploymentAttribute Settings(IReadOnlyList<EndpointDescription> endpoints) =>
        AssemblyOf(endpoints).GetCustomAttribute<DeploymentAttribute>() ?? new DeploymentAttribute();

    private static Assembly AssemblyOf(IReadOnlyList<EndpointDescription> endpoints) =>
        endpoints.Select(endpoint => endpoint.Type?.Assembly).FirstOrDefault(found => found is not null) ?? Assembly.GetEntryAssembly()!;

    // The names that the code gives, not those that variables on this machine give.
    private static List<TableResource> Tables(Microservice service)
    {
        var services = new ServiceCollection { service.Services };
        services.AddSingleton(new LambdaEnvironment(_ => null));
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetServices<TableResource>().DistinctBy(table => table.Name).OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    private static FunctionModel PerEndpoint(EndpointDescription endpoint, PermissionReader permissions, Assembly assembly) => Function(
        endpoint.Name, endpoint.Name, SettingsReader.Read(endpoint.Type, assembly), [endpoint], permissions);

    private static FunctionModel Single(
        Microservice service, IReadOnlyList<EndpointDescription> endpoints, PermissionReader permissions, Assembly assembly) =>
        Function(LogicalId.Of(service.Name), "*", SettingsReader.Read(null, assembly), endpoints, permissions);

    private static FunctionModel Function(
        string name, string handler, FunctionSettings settings, IReadOnlyList<EndpointDescription> endpoints, PermissionReader permissions)
    {
        var all = endpoints.SelectMany(permissions.Of).ToList();
        var tables = all.Select(permission => permission.Table).OfType<TableResource>().DistinctBy(table => table.Name)
            .OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        return new FunctionModel(name, handler, settings, all, tables, tables.Count > 0 && endpoints.Any(AsksForPages));
    }

    private static List<RouteModel> Routes(IReadOnlyList<EndpointDescription> endpoints, DeploymentAttribute settings) =>
    [
        .. from endpoint in endpoints
           from route in endpoint.Routes
           orderby route.Template, route.Method
           select new RouteModel(
               route.Method,
               route.Template,
               endpoint.Name,
               settings.Functions == FunctionLayout.OneForAll ? "" : endpoint.Name,
               endpoint.Access.AllowAnonymous),
    ];

    private static bool AsksForPages(EndpointDescription endpoint) =>
        endpoint.Parameters.Any(parameter => parameter.Name.Equals("cursor", StringComparison.OrdinalIgnoreCase))
        || endpoint.ResponseType is { IsGenericType: true, Name: "Page`1" };
}

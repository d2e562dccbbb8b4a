using System.Reflection;
using Framework.Authorizers;
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
    /// <param name="settings">How it is deployed; null for what its assembly says.</param>
    /// <exception cref="DeploymentException">The service asks for something that cannot be deployed.</exception>
    public static DeploymentModel Read(Microservice service, string? page = null, DeploymentAttribute? settings = null)
    {
        var endpoints = service.Endpoints;
        var assembly = AssemblyOf(endpoints);
        settings ??= Settings(endpoints);
        var (tables, parameters) = Resources(service);
        var permissions = new PermissionReader(service.Services, tables, parameters, endpoints.Any(endpoint => endpoint.RouteKeys.Count > 0));
        var functions = new FunctionReader(service, settings, permissions, assembly);
        var reader = new RouteReader(service, settings, assembly);
        var routes = reader.Routes();
        var model = new DeploymentModel(service.Name, settings, functions.Read(), routes, tables)
        {
            Page = PageReader.Read(page, settings.Api, routes, assembly.GetCustomAttribute<PageAttribute>() ?? new PageAttribute()),
            UserPermissions = UserPermissionReader.Read(service.Name, routes, assembly.GetCustomAttributes<UserPermissionAttribute>()),
            Cors = CorsReader.Read(service, settings.Api),
            Authorizer = Authorizer(service, settings),
            WebSocketRoutes = reader.WebSocketRoutes(),
            UsagePlans = [.. assembly.GetCustomAttributes<UsagePlanAttribute>()],
            Groups = [.. endpoints.SelectMany(endpoint => endpoint.Access.Groups).SelectMany(anyOf => anyOf).Distinct().Order(StringComparer.Ordinal)],
        };
        ApiCheck.Check(service, model);
        foreach (var function in model.Functions)
            SettingsReader.Check(function, SettingsReader.Longest(model, function));
        return model;
    }

    /// <summary>How a service is deployed, as its assembly says.</summary>
    public static DeploymentAttribute Settings(IReadOnlyList<EndpointDescription> endpoints) =>
        AssemblyOf(endpoints).GetCustomAttribute<DeploymentAttribute>() ?? new DeploymentAttribute();

    /// <summary>The assembly whose attributes count for the whole service.</summary>
    public static Assembly AssemblyOf(IReadOnlyList<EndpointDescription> endpoints) =>
        endpoints.Select(endpoint => endpoint.Type?.Assembly).FirstOrDefault(found => found is not null) ?? Assembly.GetEntryAssembly()!;

    // The names that the code gives, not those that variables on this machine give.
    private static (IReadOnlyList<TableResource> Tables, IReadOnlyList<ParameterResource> Parameters) Resources(Microservice service)
    {
        var services = new ServiceCollection { service.Services };
        services.AddSingleton(new LambdaEnvironment(_ => null));
        using var provider = services.BuildServiceProvider();
        return (
            [.. provider.GetServices<TableResource>().DistinctBy(table => table.Name).OrderBy(table => table.Name, StringComparer.Ordinal)],
            [.. provider.GetServices<ParameterResource>().Distinct().OrderBy(parameter => parameter.Name, StringComparer.Ordinal)]);
    }

    private static AuthorizerModel? Authorizer(Microservice service, DeploymentAttribute settings)
    {
        if (service.Authorizers.Count > 1)
            throw new DeploymentException(
                $"{service.Name} has the authorizers {string.Join(" and ", service.Authorizers.Select(one => one.Name))}, and nothing says which endpoint asks which: keep one.");
        return service.Authorizers is [var authorizer]
            ? new AuthorizerModel(
                authorizer.Name,
                settings.Functions == FunctionLayout.OneForAll ? LogicalId.Of(service.Name) : authorizer.Name,
                authorizer.Headers,
                authorizer.UsesPolicies,
                authorizer.Type?.GetCustomAttribute<AuthorizerAttribute>()?.CacheSeconds ?? 300)
            : null;
    }
}

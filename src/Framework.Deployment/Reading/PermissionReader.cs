using System.Reflection;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Deployment.Reading;

/// <summary>Reads from constructors what a function may do: from the endpoint's own, from those of its rules and filters, and from those
/// of the services that they ask for.</summary>
/// <param name="services">The service's registrations.</param>
/// <param name="tables">Its tables.</param>
/// <param name="parameters">The parameters that each function reads when it starts.</param>
/// <param name="hasConnections">Whether the service has a WebSocket API.</param>
internal sealed class PermissionReader(
    IServiceCollection services, IReadOnlyList<TableResource> tables, IReadOnlyList<ParameterResource> parameters, bool hasConnections)
{
    private const string AwsClient = "Amazon.Runtime.IAmazonService";

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
    private const string ConnectionsArn = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${WebSocketApi}/live/";

    private static readonly string[] ConnectionMethods = ["DELETE", "POST"];

    /// <summary>What the function of an endpoint may do, in the order of its constructor.</summary>
    /// <exception cref="DeploymentException">The constructor asks for something whose permissions nobody says.</exception>
    public IReadOnlyList<Permission> Of(EndpointDescription endpoint) => Of(endpoint.Name, endpoint.Type, endpoint.Dependencies);

    /// <summary>What the function of an authorizer may do.</summary>
    /// <exception cref="DeploymentException">The constructor asks for something whose permissions nobody says.</exception>
    public IReadOnlyList<Permission> Of(AuthorizerDescription authorizer) => Of(authorizer.Name, authorizer.Type, authorizer.Dependencies);

    private List<Permission> Of(string name, Type? type, IReadOnlyList<Dependency> dependencies)
    {
        var found = new List<Permission>();
        var seen = new HashSet<(Type, object?)>();
        if (type is not null)
            found.AddRange(Declared(type, name));
        foreach (var dependency in dependencies)
            Add(dependency.Type, dependency.Key, Reason(name, type, dependency), declares: type is not null && IsDeclared(type), seen, found);
        found.AddRange(parameters.SelectMany(ParameterPermissions.Of));
        return [.. found.DistinctBy(permission => (string.Join(' ', permission.Actions), permission.Table?.Name, permission.Arn))];
    }

    private void Add(Type type, object? key, string reason, bool declares, HashSet<(Type, object?)> seen, List<Permission> found)
    {
        if (!seen.Add((type, key)))
            return;
        if (type.GetCustomAttribute<GrantsAttribute>() is { } grants)
        {
            found.AddRange(Granted(type, grants, reason, declares));
            return;
        }
        found.AddRange(Declared(type, reason));
        if (IsAwsClient(type) && !declares)
        {
            throw new DeploymentException(
                $"{reason} is a client of AWS, and a deployment cannot know what it is for. Say it on the class that asks for it, "
                + $"[Permission(\"service:Action\", \"arn:...\")], or ask for a narrower service, such as ITable<T>.");
        }
        if (Implementation(type, key) is not { } implementation || !IsAuthors(implementation))
            return;
        found.AddRange(Declared(implementation, reason));
        foreach (var parameter in Parameters(implementation))
        {
            var own = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
            Add(parameter.ParameterType, own, $"{reason} -> {parameter.Name}: {Display(parameter.ParameterType)}", IsDeclared(implementation) || IsDeclared(type), seen, found);
        }
    }

    private IEnumerable<Permission> Granted(Type type, GrantsAttribute grants, string reason, bool declares) =>
        grants.Kind == ResourceKind.Connections ? Connections(reason, declares) : [OfTable(type, grants, reason)];

    private Permission OfTable(Type type, GrantsAttribute grants, string reason)
    {
        var item = type.GetGenericArguments().FirstOrDefault();
        var table = tables.FirstOrDefault(table => table.Items.Contains(item))
            ?? throw new DeploymentException(
                $"{reason} asks for a table that nobody registers: add service.Services.AddTable<{item?.Name}>(\"...\") in Program.cs.");
        return new Permission(reason, TableActions.Of(grants.Access), table, Arn: null);
    }

    // What is sent to is of this service's own WebSocket API; that of another service is named by the author.
    private IEnumerable<Permission> Connections(string reason, bool declares)
    {
        if (hasConnections)
            return ConnectionMethods.Select(method => new Permission(reason, ["execute-api:ManageConnections"], Table: null, $"{ConnectionsArn}{method}/@connections/*"));
        return declares
            ? []
            : throw new DeploymentException(
                $"{reason} sends to the connections of a WebSocket API, and the service has none: add a class with [Connect] or [Message], or name the other service's API, [Permission(\"execute-api:ManageConnections\", \"arn:...\")].");
    }

    private static IEnumerable<Permission> Declared(Type type, string reason) =>
        type.GetCustomAttributes<PermissionAttribute>(inherit: true)
            .Select(permission => new Permission($"[Permission] on {reason}", [permission.Action], Table: null, permission.Resource));

    private static bool IsDeclared(Type type) => type.IsDefined(typeof(PermissionAttribute), inherit: true);

    private static bool IsAwsClient(Type type) =>
        type.FullName == AwsClient || type.GetInterfaces().Any(one => one.FullName == AwsClient);

    // What a container would make for the type; a factory's own constructor calls are not seen, so its type's stand for them.
    private Type? Implementation(Type type, object? key)
    {
        var descriptor = services.LastOrDefault(service => Serves(service, type, key));
        var implementation = descriptor switch
        {
            null => null,
            { IsKeyedService: true } => descriptor.KeyedImplementationType ?? descriptor.KeyedImplementationInstance?.GetType(),
            _ => descriptor.ImplementationType ?? descriptor.ImplementationInstance?.GetType(),
        };
        if (implementation is { IsGenericTypeDefinition: true })
            return implementation.MakeGenericType(type.GetGenericArguments());
        return implementation ?? (type is { IsClass: true, IsAbstract: false } ? type : null);
    }

    private static bool Serves(ServiceDescriptor service, Type type, object? key) =>
        Equals(service.ServiceKey, key)
        && (service.ServiceType == type || (type.IsGenericType && service.ServiceType == type.GetGenericTypeDefinition()));

    // Classes of .NET and of Framework's own packages call nothing that a constructor does not name.
    private static bool IsAuthors(Type type)
    {
        var assembly = type.Assembly.GetName().Name ?? "";
        return !assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !assembly.StartsWith("AWSSDK.", StringComparison.Ordinal)
            && !(assembly.StartsWith("Framework.", StringComparison.Ordinal) && type.IsDefined(typeof(EgressAttribute), inherit: true));
    }

    private static ParameterInfo[] Parameters(Type type) => type.GetConstructors()
        .OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];

    private static string Reason(string name, Type? type, Dependency dependency)
    {
        var parameter = type is null ? null : Array.Find(Parameters(type), parameter => parameter.ParameterType == dependency.Type);
        return parameter is null
            ? $"{name}, its rules or its filters: {Display(dependency.Type)}"
            : $"{name}({Display(dependency.Type)} {parameter.Name})";
    }

    private static string Display(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Display))}>"
        : type.Name;
}

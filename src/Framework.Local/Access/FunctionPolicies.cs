using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.Resources;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Access;

/// <summary>The policies of a service's functions, by the names of their endpoints.</summary>
/// <param name="policies">The policies.</param>
/// <param name="tables">The service's tables.</param>
internal sealed class FunctionPolicies(IReadOnlyDictionary<string, FunctionPolicy> policies, IReadOnlyList<TableResource> tables)
{
    /// <summary>No function is known yet, and none is held to anything.</summary>
    public static FunctionPolicies None { get; } = new(new Dictionary<string, FunctionPolicy>(), []);

    /// <summary>The functions.</summary>
    public IEnumerable<string> Functions => policies.Keys;

    /// <summary>The policy of a function.</summary>
    public FunctionPolicy this[string function] => policies[function];

    /// <summary>Reads them from the constructors, as a deployment does.</summary>
    /// <param name="service">The service.</param>
    /// <param name="endpoints">Its endpoints.</param>
    /// <param name="tables">Its tables, as they are named here.</param>
    public static FunctionPolicies Of(Microservice service, IReadOnlyList<EndpointDescription> endpoints, IReadOnlyList<TableResource> tables)
    {
        var reader = new PermissionReader(service.Services, tables, parameters: [], hasConnections: true);
        var policies = endpoints.ToDictionary(endpoint => endpoint.Name, endpoint => Of(() => reader.Of(endpoint)));
        foreach (var authorizer in service.Authorizers)
            policies[authorizer.Name] = Of(() => reader.Of(authorizer));
        if (ModelReader.Settings(endpoints).Functions == FunctionLayout.OneForAll)
        {
            var all = FunctionPolicy.Union(policies.Values);
            policies = policies.ToDictionary(policy => policy.Key, _ => all);
        }
        return new(policies, tables);
    }

    /// <summary>The policies with another one for a function.</summary>
    public FunctionPolicies With(string function, FunctionPolicy policy) =>
        new(new Dictionary<string, FunctionPolicy>(policies) { [function] = policy }, tables);

    /// <summary>Why a call of a function is denied, in a sentence with the fix; null where the function may make it, or where nothing says
    /// that a function calls: what runs before the first invocation, or another client of the tables.</summary>
    public string? Denial(string function, TableCall call)
    {
        if (!policies.TryGetValue(function, out var policy) || policy.Allows(call))
            return null;
        return $"{function} may not call {call.Action} on {(call.Table is null ? "tables" : $"the table {call.Table}")}, as its role in AWS would say too. "
            + (policy.Fault ?? Fix(function, call));
    }

    /// <summary>Why a function's call to a connection is denied, as for a table. It is short, since a sender keeps 200 characters of an
    /// error.</summary>
    public string? Denial(string function, ConnectionCall call)
    {
        if (!policies.TryGetValue(function, out var policy) || policy.Allows(call))
            return null;
        return $"{function} may not call {ConnectionCall.Action}. " + (policy.Fault ?? (
            HttpMethods.IsGet(call.Method)
                ? $"Say what it needs on its class: [Permission(\"{ConnectionCall.Action}\", \"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{WebSocketApi}}/live/GET/@connections/*\")]."
                : "Let its constructor, or that of a service that it asks for, ask for IConnections."));
    }

    private string Fix(string function, TableCall call)
    {
        var item = tables.FirstOrDefault(table => table.Name == call.Table)?.Items is [var first, ..] ? first : null;
        var needed = item is null ? null : Service(call.Action, item.Name);
        return needed is null
            ? $"Say what it needs on its class: [Permission(\"{call.Action}\", \"{(call.Table is null ? "*" : $"arn:${{AWS::Partition}}:dynamodb:${{AWS::Region}}:${{AWS::AccountId}}:table/{call.Table}")}\")]."
            : $"Let its constructor, or that of a service that it asks for by its class, ask for {needed}.";
    }

    private static string? Service(string action, string item) =>
        TableActions.Of(ResourceAccess.Read).Contains(action) ? $"IReadTable<{item}>"
        : TableActions.Of(ResourceAccess.Read | ResourceAccess.Write).Contains(action) ? $"ITable<{item}>"
        : null;

    private static FunctionPolicy Of(Func<IReadOnlyList<Permission>> read)
    {
        try
        {
            return new(read());
        }
        catch (DeploymentException exception)
        {
            return new([], exception.Message);
        }
    }
}

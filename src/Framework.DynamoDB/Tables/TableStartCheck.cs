using Framework.Description;
using Framework.DynamoDB.Items;
using Framework.DynamoDB.Paging;
using Framework.DynamoDB.Sending;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.DynamoDB.Tables;

/// <summary>Checks what the author and the deployment say of the tables.</summary>
/// <param name="registrations">The author's registrations.</param>
internal sealed class TableStartCheck(IServiceCollection registrations) : IStartCheck
{
    private const string Cursor = "cursor";

    public void Check(IServiceProvider services, IReadOnlyList<EndpointDescription> served)
    {
        CheckTables(services);
        // The local cloud has a key and an address of its own.
        if (services.GetService<LocalResources>() is not null)
            return;
        var environment = services.GetRequiredService<LambdaEnvironment>();
        var isInLambda = environment.RuntimeApi is not null;
        if (environment[CursorKey.Variable] is not null || (isInLambda && served.Any(AsksForPages)))
            CursorKey.Find(null, environment);
        if (isInLambda && TableServices.MakesTheClient(registrations) && DynamoClient.RegionFault(environment) is { } fault)
            throw new InvalidOperationException(fault);
    }

    /// <summary>What is said of the tables themselves.</summary>
    /// <exception cref="InvalidOperationException">Something is wrong with them.</exception>
    public static void CheckTables(IServiceProvider services)
    {
        var environment = services.GetService<LambdaEnvironment>() ?? LambdaEnvironment.Process;
        var faults = services.GetServices<TableFault>().Select(fault => fault.Message)
            .Concat(services.GetServices<ItemTable>().Select(table => TableName.Fault(table.Name, environment)));
        if (faults.FirstOrDefault(fault => fault is not null) is { } message)
            throw new InvalidOperationException(message);
    }

    // What pages look like in an endpoint; other uses of a page are found out when a cursor is sealed.
    private static bool AsksForPages(EndpointDescription endpoint) =>
        endpoint.ResponseType is { IsGenericType: true } response && response.GetGenericTypeDefinition() == typeof(Page<>)
        || endpoint.Parameters.Any(parameter => parameter.Name.Equals(Cursor, StringComparison.OrdinalIgnoreCase));
}

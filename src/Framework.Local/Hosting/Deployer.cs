using Framework.Hosting;
using Framework.Local.Access;
using Framework.Local.CommandLine;
using Framework.Local.Data;
using Framework.Local.Gateway;
using Framework.Local.Output;
using Framework.Resources;
using Framework.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.Hosting;

/// <summary>Starts services on the resources of the local cloud, and creates the tables that they declare.</summary>
internal sealed class Deployer(
    LocalResources resources, LocalTables tables, TableAccess access, Terminal terminal, RequestLog requests, Action<IServiceCollection>? change)
{
    /// <summary>Starts a service.</summary>
    /// <exception cref="LocalFailureException">The service cannot start, or a table cannot be created.</exception>
    public async Task<DeployedService> StartAsync(Microservice service)
    {
        var running = Start(service);
        try
        {
            IReadOnlyList<TableResource> declared = [.. running.Services.GetServices<TableResource>()];
            tables.Create(declared);
            access.Policies = FunctionPolicies.Of(service, running.Endpoints, declared);
            return new DeployedService(service, running);
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Replaces the current service with a changed one. Where the changed one cannot start, the console says why,
    /// and the current one stays.</summary>
    public async Task ReplaceAsync(Deployments deployments, Func<Microservice?> build)
    {
        try
        {
            if (build() is not { } changed)
                return;
            await deployments.ReplaceAsync(await StartAsync(changed));
            terminal.WriteLine($"{changed.Name} serves the changed code.");
        }
#pragma warning disable CA1031 // An author's code may throw anything while it is being written.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isMistake = exception is LocalFailureException || AuthorMistake.Is(exception);
            var reason = isMistake ? AuthorMistake.Sentence(exception) : exception.ToString();
            terminal.WriteLines($"The changed code is not served. {reason}", Tint.Red);
        }
    }

    private RunningService Start(Microservice service)
    {
        try
        {
            JsonCheck.Run(service);
            return service.Start(
                services =>
                {
                    services.AddSingleton(provider =>
                    {
                        var current = provider.GetRequiredService<CurrentInvocation>();
                        return resources with { Function = () => current.Value?.Endpoint };
                    });
                    change?.Invoke(services);
                },
                new TelemetryConsole(terminal, requests));
        }
        catch (Exception exception) when (AuthorMistake.Is(exception))
        {
            throw new LocalFailureException($"{service.Name} cannot start: {AuthorMistake.Sentence(exception)}", exception);
        }
    }
}

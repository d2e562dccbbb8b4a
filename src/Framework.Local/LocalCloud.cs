using System.ComponentModel;
using Framework.Deployment.Commands;
using Framework.Hosting;
using Framework.Local.Browsing;
using Framework.Local.CommandLine;
using Framework.Local.Hosting;
using Framework.Local.Output;
using Framework.Local.Updates;
using Framework.LocalDynamoDB.Hosting;

namespace Framework.Local;

/// <summary>Serves a service on this machine as AWS would: behind an HTTP API with a JWT authorizer, with its tables.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LocalCloud
{
    /// <summary>Runs the service until Ctrl+C or SIGTERM. Generated code passes it to the service's builder.</summary>
    /// <param name="service">The service; its arguments are the local cloud's command and options.</param>
    /// <returns>The process's exit code: 0 when it was ended, 1 when it could not start or has nothing to show, 2 for a wrong command line.
    /// </returns>
    public static Task<int> RunAsync(Microservice service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return BuiltServiceException.IsAskedFor(service.Args)
            ? throw new BuiltServiceException(service)
            : RunAsync(service, Console.Out, Console.Error);
    }

    internal static Task<int> RunAsync(Microservice service, TextWriter output, TextWriter errors) =>
        LocalCommand.InvokeAsync(
            service.Name,
            service.Args,
            options => ServeAsync(service, options, output, errors),
            question => Show(question, output, errors),
            DeploymentCommands.Create(() => service, LocalWeb.FindPage()),
            output,
            errors);

    private static async Task<int> ServeAsync(
        Microservice service, LocalOptions options, TextWriter output, TextWriter errors)
    {
        try
        {
            using var end = new EndSignal();
            await using var server = await LocalServer.StartAsync(service, options, new Terminal(output, service.Environment));
            using var updates = CodeUpdates.Subscribe(
                initialize => server.UpdateAsync(() => Rebuild(service, initialize)).GetAwaiter().GetResult());
            await end.Received;
            await server.StopAsync();
            return 0;
        }
        catch (LocalFailureException failure)
        {
            await errors.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static Microservice? Rebuild(Microservice service, Action initialize)
    {
        initialize();
        return ServiceEntry.Build(service.Args);
    }

    private static int Show(TablesQuestion question, TextWriter output, TextWriter errors)
    {
        try
        {
            TablesCommand.Run(question, output, errors);
            return 0;
        }
        catch (LocalFailureException failure)
        {
            errors.WriteLine(failure.Message);
            return 1;
        }
    }
}

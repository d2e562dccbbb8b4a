using System.Net.Sockets;
using System.Runtime.InteropServices;
using Framework.Runtime;

namespace Framework.Hosting;

/// <summary>Runs a service in Lambda: starts it, has its snapshot taken where SnapStart asks for one, serves invocations,
/// ends it on SIGTERM.</summary>
internal sealed class LambdaHost(Microservice service, LambdaEnvironment environment, string address)
{
    private const int Failure = 1;

    // Lambda responds within milliseconds. A longer wait would only delay the service.
    private static readonly TimeSpan RegistrationLimit = TimeSpan.FromSeconds(1);

    // How often in a row a loop may lose its connection without an invocation.
    private const int MaxFailures = 3;

    /// <summary>Runs until SIGTERM, which ends the process with 0.</summary>
    /// <returns>The exit code of a process that came to its end in any other way.</returns>
    public async Task<int> RunAsync()
    {
        environment.LimitMemory();
        try
        {
            using var api = Api();
            await RunAsync(api);
        }
        catch (Exception exception) when (exception is RuntimeApiException or SocketException)
        {
            await Console.Error.WriteLineAsync($"The Lambda Runtime API failed: {exception.Message}");
        }
        return Failure;
    }

    private async Task RunAsync(RuntimeApi api)
    {
        RunningService? running = null;
        if (!await TryAsync(() => Task.FromResult(running = service.Start()), api.FailInitAsync, "Runtime.InitError"))
            return;
        await using (running)
        using (EndOnTermination(running!))
        using (await AskForTerminationAsync(running!))
        {
            if (environment.IsSnapStart)
                await SnapshotAndServeAsync(running!, api);
            else
                await ServeAsync(running!, api);
        }
    }

    private async Task SnapshotAndServeAsync(RunningService running, RuntimeApi api)
    {
        if (!await TryAsync(running.BeforeSnapshotAsync, api.FailInitAsync, "Runtime.BeforeSnapshotError"))
            return;
        await api.RestoreNextAsync();

        // From here on this process is a copy of the one in the snapshot, without its connections.
        using var restored = Api();
        if (await TryAsync(running.AfterRestoreAsync, restored.FailRestoreAsync, "Runtime.AfterRestoreError"))
            await ServeAsync(running, restored);
    }

    private async Task ServeAsync(RunningService running, RuntimeApi api)
    {
        if (environment.MaxConcurrency == 1)
        {
            await new RuntimeLoop(api, running.InvokeAsync, LambdaEnvironment.SetTraceId).RunAsync();
            return;
        }
        var loops = Enumerable.Range(0, environment.MaxConcurrency)
            .Select(index => LoopAsync(running, index == 0 ? api : Api()));
        await await Task.WhenAny(loops.ToArray());
    }

    // Several invocations share the process. So an invocation does not set the trace id of the process: the id is kept with
    // the invocation. A loop that loses its connection does not end the others: it opens a new one, until several in a row
    // bring no invocation.
    private async Task LoopAsync(RunningService running, RuntimeApi first)
    {
        var api = first;
        for (var failures = 0; ; failures++)
        {
            using (api)
            {
                var loop = new RuntimeLoop(api, running.InvokeAsync, static _ => { });
                try
                {
                    await loop.RunAsync();
                }
                catch (Exception exception) when (IsConnection(exception) && (loop.HasServed || failures < MaxFailures))
                {
                    await Console.Error.WriteLineAsync($"A connection to the Lambda Runtime API failed and is made again: {exception.Message}");
                    failures = loop.HasServed ? 0 : failures;
                }
            }
            api = Api();
        }
    }

    private static bool IsConnection(Exception exception) =>
        exception is SocketException or RuntimeApiException { IsConnection: true };

    private RuntimeApi Api() =>
        RuntimeApi.At(address, blocking: environment.MaxConcurrency == 1, TimeProvider.System);

    private async Task<bool> TryAsync(Func<Task> step, Func<RuntimeError, ValueTask> report, string errorType)
    {
        try
        {
            await step();
            return true;
        }
#pragma warning disable CA1031 // Any exception that keeps the service from starting is reported to Lambda.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"{service.Name} could not start: {AuthorMistake.Sentence(exception)}");
            await report(RuntimeError.From(exception, errorType));
            return false;
        }
    }

    // A snapshot keeps no connection, so a function with SnapStart has SIGTERM only with an extension of somebody else's.
    private async Task<ExtensionApi?> AskForTerminationAsync(RunningService running)
    {
        if (!running.HasShutdownHooks || environment.IsSnapStart)
            return null;
        var extension = ExtensionApi.At(address);
        try
        {
            _ = await extension.RegisterAsync().WaitAsync(RegistrationLimit);
        }
        catch (Exception exception) when (exception is RuntimeApiException or SocketException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"Lambda will not send SIGTERM, so the hooks of OnShutdown may not run: {exception.Message}");
        }
        return extension;
    }

    // Lambda sends SIGTERM to an idle process, or to one whose invocation it has given up. So no invocation is waited for.
    private static PosixSignalRegistration EndOnTermination(RunningService running) =>
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ =>
        {
            if (!Shutdown.End(running))
                Console.Error.WriteLine($"The shutdown took over {Shutdown.Limit.TotalMilliseconds} ms and was cut short.");
            Environment.Exit(0);
        });
}

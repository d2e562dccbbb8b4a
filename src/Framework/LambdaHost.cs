using System.Runtime.InteropServices;
using Framework.Runtime;

namespace Framework;

/// <summary>Runs a service in Lambda: starts it, serves invocations, ends it on SIGTERM.</summary>
internal static class LambdaHost
{
    private const int Failure = 1;

    public static async Task<int> RunAsync(Microservice service, LambdaEnvironment environment, string address)
    {
        environment.LimitMemory();
        var blocking = environment.MaxConcurrency == 1;
        using var api = RuntimeApi.Connect(address, blocking, TimeProvider.System);
        var running = await StartAsync(service, api);
        if (running is null)
            return Failure;
        await using (running)
        using (EndOnTermination(running))
        {
            return await ServeAsync(running, environment, address, api);
        }
    }

    private static async Task<RunningService?> StartAsync(Microservice service, RuntimeApi api)
    {
        try
        {
            return service.Start();
        }
#pragma warning disable CA1031 // Whatever keeps the service from starting is told to Lambda.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"{service.Name} could not start: {exception.Message}");
            await api.FailInitAsync(RuntimeError.From(exception, "Runtime.InitError"));
            return null;
        }
    }

    private static async Task<int> ServeAsync(
        RunningService running, LambdaEnvironment environment, string address, RuntimeApi first)
    {
        try
        {
            if (environment.MaxConcurrency == 1)
                await new RuntimeLoop(first, running.InvokeAsync, LambdaEnvironment.SetTraceId).RunAsync();
            var loops = Enumerable.Range(0, environment.MaxConcurrency).Select(index => LoopAsync(
                running, index == 0 ? first : RuntimeApi.Connect(address, blocking: false, TimeProvider.System)));
            await await Task.WhenAny(loops.ToArray());
            return 0;
        }
        catch (Exception exception) when (exception is RuntimeApiException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync($"The Lambda Runtime API failed: {exception.Message}");
            return Failure;
        }
    }

    // Several invocations share the process, so none may set the trace id of all: it travels with the invocation.
    private static Task LoopAsync(RunningService running, RuntimeApi api) =>
        new RuntimeLoop(api, running.InvokeAsync, static _ => { }).RunAsync();

    private static PosixSignalRegistration EndOnTermination(RunningService running) =>
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            running.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Environment.Exit(0);
        });
}

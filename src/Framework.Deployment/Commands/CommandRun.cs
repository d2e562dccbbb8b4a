using System.CommandLine;
using System.Runtime.InteropServices;
using Framework.Deployment.Model;

namespace Framework.Deployment.Commands;

/// <summary>Runs a command: what cannot be done is a sentence on standard error and exit code 1, and Ctrl+C ends it in order.</summary>
internal static class CommandRun
{
    private const int Failure = 1;

    /// <summary>Makes a command run.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">What it does.</param>
    /// <returns>The command.</returns>
    public static Command Runs(this Command command, Func<ParseResult, CancellationToken, Task> run)
    {
        command.SetAction((parsed, cancellation) => RunAsync(parsed, run, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, CancellationToken, Task> run, CancellationToken cancellation)
    {
        var errors = parsed.InvocationConfiguration.Error;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await run(parsed, stop.Token);
            return 0;
        }
        catch (DeploymentException exception)
        {
            await errors.WriteLineAsync(exception.Message);
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"The files cannot be read or written: {exception.Message}");
        }
        return Failure;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }
}

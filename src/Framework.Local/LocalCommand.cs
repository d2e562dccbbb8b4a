using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Framework.Local;

/// <summary>The command line of a service that runs locally.</summary>
internal static class LocalCommand
{
    private const int WrongUse = 2;

    /// <summary>Reads the arguments and runs what they ask for.</summary>
    /// <returns>The exit code: 2 for arguments that make no sense, else that of what was run.</returns>
    public static async Task<int> InvokeAsync(
        string service,
        IReadOnlyList<string> args,
        Func<LocalOptions, Task<int>> run,
        TextWriter output,
        TextWriter errors)
    {
        var parsed = Create(service, run).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("--help lists the options.");
            return WrongUse;
        }
        // Shutting down gracefully is the server's own task, so no time limit of the parser's stands on it.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Create(string service, Func<LocalOptions, Task<int>> run)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on localhost; 0 for any free one.",
            HelpName = "N",
            DefaultValueFactory = _ => LocalOptions.DefaultPort,
            CustomParser = ReadPort,
        };
        var data = new Option<string>("--data")
        {
            Description = "The folder that keeps tables and keys between runs.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => LocalOptions.DefaultDataFolder,
        };
        var inMemory = new Option<bool>("--in-memory") { Description = "Keeps tables and keys in memory only." };
        var reset = new Option<bool>("--reset") { Description = "Forgets the tables and keys of earlier runs first." };
        var command = new RootCommand($"Runs {service} on this machine as AWS would.") { port, data, inMemory, reset };

        data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--data takes the path of a folder.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is { Implicit: false } && result.GetResult(inMemory) is { Implicit: false })
                result.AddError("--data and --in-memory exclude each other: choose one.");
        });
        command.SetAction((parsed, _) => run(new LocalOptions(
            parsed.GetValue(port),
            parsed.GetValue(inMemory) ? null : parsed.GetValue(data),
            parsed.GetValue(reset))));
        return command;
    }

    private static int ReadPort(ArgumentResult result)
    {
        if (ushort.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError("--port takes a number from 0 to 65535.");
        return 0;
    }
}

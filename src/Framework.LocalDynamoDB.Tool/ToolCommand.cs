using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace Framework.LocalDynamoDB.Tool;

/// <summary>The command line of <c>local-dynamodb</c>.</summary>
internal static class ToolCommand
{
    private const string Localhost = "localhost";

    /// <summary>Reads the arguments and serves.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Takes the help and the address.</param>
    /// <param name="errors">Takes what is wrong, in one sentence each.</param>
    /// <returns>The exit code: 0 after a signal, 1 where it cannot start or the arguments are wrong.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        var parsed = Create(options => ToolServer.RunAsync(options, output, errors)).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("--help lists the options.");
            return 1;
        }
        // The server itself waits for signals and stops in order.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Create(Func<ToolOptions, Task<int>> run)
    {
        var port = new Option<int>("--port")
        {
            Description = "The port to listen on; 0 for any free one.",
            HelpName = "N",
            DefaultValueFactory = _ => ToolOptions.DefaultPort,
            CustomParser = result => ReadNumber(result, 0, ushort.MaxValue),
        };
        var host = new Option<IPAddress>("--host")
        {
            Description = "The address to listen on; 0.0.0.0 or :: opens it to the network.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => IPAddress.Loopback,
            CustomParser = ReadHost,
        };
        var data = new Option<string>("--data")
        {
            Description = "The folder that keeps the tables between runs.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ToolOptions.DefaultDataFolder,
        };
        var inMemory = new Option<bool>("--in-memory") { Description = "Keeps the tables in memory only." };
        var otherOrigins = new Option<bool>("--allow-other-origins") { Description = "Lets web pages of any origin call it." };
        var transition = new Option<int>("--transition-time")
        {
            Description = "How many milliseconds a table is CREATING, UPDATING or DELETING.",
            HelpName = "MS",
            DefaultValueFactory = _ => 0,
            CustomParser = result => ReadNumber(result, 0, int.MaxValue),
        };
        var sweep = new Option<int>("--sweep-interval")
        {
            Description = "How many seconds pass between two deletions of expired items.",
            HelpName = "S",
            DefaultValueFactory = _ => 60,
            CustomParser = result => ReadNumber(result, 1, int.MaxValue / 1000),
        };
        var shared = new Option<bool>("--shared-db") { Description = "Shows all access keys and regions the same tables." };
        var keyId = new Option<string>("--access-key-id") { Description = "The one access key that may call; signatures are checked.", HelpName = "ID" };
        var secret = new Option<string>("--secret-access-key") { Description = "What that access key signs with.", HelpName = "SECRET" };
        var command = new RootCommand("Serves DynamoDB on this machine.")
        {
            port, host, data, inMemory, otherOrigins, transition, sweep, shared, keyId, secret,
        };

        data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--data takes the path of a folder.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is { Implicit: false } && result.GetResult(inMemory) is { Implicit: false })
                result.AddError("--data and --in-memory exclude each other: choose one.");
            if (string.IsNullOrEmpty(result.GetValue(keyId)) != string.IsNullOrEmpty(result.GetValue(secret)))
                result.AddError("--access-key-id and --secret-access-key belong together: give both.");
        });
        command.SetAction((parsed, _) => run(new ToolOptions(
            parsed.GetValue(host)!,
            parsed.GetValue(port),
            parsed.GetValue(inMemory) ? null : parsed.GetValue(data),
            parsed.GetValue(otherOrigins),
            TimeSpan.FromMilliseconds(parsed.GetValue(transition)),
            TimeSpan.FromSeconds(parsed.GetValue(sweep)),
            parsed.GetValue(shared),
            parsed.GetValue(keyId) is { Length: > 0 } id ? new LocalAccessKey(id, parsed.GetValue(secret)!) : null)));
        return command;
    }

    private static int ReadNumber(ArgumentResult result, int smallest, int largest)
    {
        var option = ((OptionResult)result.Parent!).Option.Name;
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= smallest && number <= largest)
            return number;
        result.AddError($"{option} takes a number from {smallest} to {largest}.");
        return smallest;
    }

    private static IPAddress ReadHost(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == Localhost)
            return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out var address))
            return address;
        result.AddError("--host takes an IP address, such as 0.0.0.0, or localhost.");
        return IPAddress.Loopback;
    }
}

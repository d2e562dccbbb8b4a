using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Framework.Local.CommandLine;

/// <summary>The command line of a service that runs locally.</summary>
internal static class LocalCommand
{
    private const int WrongUse = 2;

    private static readonly Dictionary<string, LocalFrontDoor> FrontDoors = new(StringComparer.Ordinal)
    {
        ["http-api"] = LocalFrontDoor.HttpApi,
        ["http-api-v1"] = LocalFrontDoor.HttpApiV1,
        ["rest"] = LocalFrontDoor.Rest,
        ["function-url"] = LocalFrontDoor.FunctionUrl,
        ["alb"] = LocalFrontDoor.Alb,
        ["alb-multi-value"] = LocalFrontDoor.AlbMultiValue,
    };

    /// <summary>Reads the arguments and runs their command.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="run">Runs the service.</param>
    /// <param name="show">Shows its tables.</param>
    /// <param name="deployment">The commands of its deployment.</param>
    /// <param name="output">Takes the help.</param>
    /// <param name="errors">Takes the errors in the arguments.</param>
    /// <returns>The exit code: 2 for arguments that are not valid, else that of the command.</returns>
    public static async Task<int> InvokeAsync(
        string service,
        IReadOnlyList<string> args,
        Func<LocalOptions, Task<int>> run,
        Func<TablesQuestion, int> show,
        IEnumerable<Command> deployment,
        TextWriter output,
        TextWriter errors)
    {
        var parsed = Create(service, run, show, deployment).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("--help lists the options.");
            return WrongUse;
        }
        // The server shuts down gracefully by itself, so the parser sets no time limit.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Create(
        string service, Func<LocalOptions, Task<int>> run, Func<TablesQuestion, int> show, IEnumerable<Command> deployment)
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
        var frontDoor = new Option<string>("--front-door")
        {
            Description = $"The gateway in front of the service: {string.Join(", ", FrontDoors.Keys)}.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "http-api",
        };
        var issuer = new Option<string?>("--issuer")
        {
            Description = "Who issues the tokens, in place of the local issuer: a user pool's address.",
            HelpName = "URL",
        };
        var audience = new Option<string?>("--audience")
        {
            Description = "For whom --issuer issues them: the client's id.",
            HelpName = "ID",
        };
        var command = new RootCommand($"Runs {service} on this machine as AWS would.")
        {
            port, data, inMemory, reset, frontDoor, issuer, audience,
            CreateTables(data, [port, inMemory, reset, frontDoor, issuer, audience], show),
        };
        foreach (var part in deployment)
        {
            Refuse(part, [port, data, inMemory, reset, frontDoor, issuer, audience]);
            command.Add(part);
        }
        data.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("--data takes the path of a folder.");
        });
        frontDoor.Validators.Add(result =>
        {
            if (!FrontDoors.ContainsKey(result.GetValueOrDefault<string>() ?? ""))
                result.AddError($"--front-door takes one of {string.Join(", ", FrontDoors.Keys)}.");
        });
        issuer.Validators.Add(result =>
        {
            if (!TokenIssuer.IsAddress(result.GetValueOrDefault<string>()))
                result.AddError("--issuer takes an https address, or an http address of this machine.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(issuer) is null != result.GetResult(audience) is null)
                result.AddError("--issuer and --audience go together: give both.");
            if (result.GetResult(data) is { Implicit: false } && result.GetResult(inMemory) is { Implicit: false })
                result.AddError("--data and --in-memory exclude each other: choose one.");
        });
        command.SetAction((parsed, _) => run(new LocalOptions(
            parsed.GetValue(port),
            parsed.GetValue(inMemory) ? null : parsed.GetValue(data),
            parsed.GetValue(reset),
            FrontDoors[parsed.GetValue(frontDoor)!],
            parsed.GetValue(issuer) is { } address ? new TokenIssuer(address, parsed.GetValue(audience)!) : null)));
        return command;
    }

    private static Command CreateTables(Option<string> data, Option[] forRunning, Func<TablesQuestion, int> show)
    {
        var table = new Argument<string?>("table")
        {
            Description = "The table whose items to show; without it, all tables are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var limit = new Option<int>("--limit")
        {
            Description = "How many items to show at most.",
            HelpName = "N",
            DefaultValueFactory = _ => TablesQuestion.DefaultLimit,
            CustomParser = ReadLimit,
        };
        var json = new Option<bool>("--json") { Description = "Writes items as JSON, one a line." };
        var typed = new Option<bool>("--dynamodb-json") { Description = "Writes items as DynamoDB's typed JSON, one a line." };
        var command = new Command("tables", "Shows the tables and items of the data folder, also while the service runs.")
        {
            table, limit, json, typed, data,
        };
        Refuse(command, forRunning);
        command.Validators.Add(result =>
        {
            if (result.GetResult(table) is { Tokens.Count: > 0 })
                return;
            foreach (var option in new Option[] { limit, json, typed }.Where(option => result.GetResult(option) is { Implicit: false }))
                result.AddError($"{option.Name} is for the items of one table: name the table.");
        });
        command.SetAction(parsed => show(new TablesQuestion(
            parsed.GetValue(data)!,
            parsed.GetValue(table),
            parsed.GetValue(limit),
            parsed.GetValue(typed) ? ItemForm.DynamoDBJson : parsed.GetValue(json) ? ItemForm.Json : ItemForm.Text)));
        return command;
    }

    // An option that stands before the command is of the service that would run.
    private static void Refuse(Command command, Option[] forRunning) => command.Validators.Add(result =>
    {
        foreach (var option in forRunning.Where(option => result.GetResult(option) is { Implicit: false }))
            result.AddError($"{option.Name} is for running the service: leave it out with {command.Name}.");
    });

    private static int ReadLimit(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            return limit;
        result.AddError("--limit takes a number from 1.");
        return 0;
    }

    private static int ReadPort(ArgumentResult result)
    {
        if (ushort.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError("--port takes a number from 0 to 65535.");
        return 0;
    }
}

using System.Net;
using System.Net.Sockets;
using Framework.Hosting;
using Framework.LocalDynamoDB.Tests.Support;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.Tests.CommandLine;

public sealed class CommandTests
{
    [Theory]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "70000")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "-1")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "many")]
    [InlineData("--port", "--port")]
    [InlineData("--data takes the path of a folder.", "--data", " ")]
    [InlineData("--data and --in-memory exclude each other", "--data", "x", "--in-memory")]
    [InlineData("'--prot'", "--prot", "1")]
    public async Task A_command_line_that_is_not_valid_gets_a_sentence_and_ends_with_2(string sentence, params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Help_lists_the_options()
    {
        var (code, output, errors) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(["--port", "--data", "--in-memory", "--reset"], option => Assert.Contains(option, output, StringComparison.Ordinal));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("template", "--output")]
    [InlineData("manifest", "--output")]
    [InlineData("package", "--output", "--architecture")]
    [InlineData("diff", "--stage", "--region", "--against")]
    [InlineData("deploy", "--stage", "--region", "--dry-run", "--yes", "--package", "--bucket", "--parameter", "--allow-replacement", "--allow-data-loss", "--allow-wider-permissions")]
    [InlineData("destroy", "--stage", "--region", "--delete-data", "--yes", "--allow-protected")]
    [InlineData("tables", "--limit", "--json", "--dynamodb-json", "--data")]
    public async Task Help_of_a_command_lists_its_own_options_alone(string command, params string[] options)
    {
        var (code, output, _) = await RunAsync(command, "--help");

        Assert.Equal(0, code);
        var listed = output.Split('\n').Select(line => line.Trim().Split(' ')[0].Trim(',')).Where(word => word.StartsWith("--", StringComparison.Ordinal));
        Assert.Equal(options.Order(), listed.Order());
    }

    [Theory]
    [InlineData("--data is for running the service: leave it out with template.", "--data", "x", "template")]
    [InlineData("--in-memory is for running the service: leave it out with deploy.", "--in-memory", "deploy")]
    [InlineData("'--data'", "template", "--data", "x")]
    [InlineData("--stage takes a name of 1 to 20 small letters", "deploy", "--stage", "Prod")]
    [InlineData("--stage takes a name of 1 to 20 small letters", "destroy", "--stage", "abcdefghijklmnopqrstu")]
    [InlineData("--parameter takes NAME=VALUE, and Page is not.", "deploy", "--parameter", "Page")]
    [InlineData("'mips'", "package", "--architecture", "mips")]
    public async Task A_command_of_the_deployment_takes_its_own_options_alone(string sentence, params string[] args)
    {
        var (code, _, errors) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_gets_a_sentence_and_ends_with_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await FailsAsync($"Port {port} is taken by another program", "--port", $"{port}", "--in-memory");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_gets_a_sentence_and_ends_with_1()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");

        await FailsAsync("cannot be written to", "--port", "0", "--data", Path.Combine(folder.File("file"), "below"));
    }

    [Theory]
    [InlineData("signing-key.pem", "The key file")]
    [InlineData("cursor-key", "The key file")]
    [InlineData("dynamodb.sqlite", "The data file")]
    public async Task A_damaged_file_is_named_and_left_alone(string name, string sentence)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File(name), "no more what it was, and long enough to be read as something");

        var errors = await FailsAsync(sentence, "--port", "0", "--data", folder.Path);

        Assert.Contains(folder.File(name), errors, StringComparison.Ordinal);
        Assert.Contains("--reset", errors, StringComparison.Ordinal);
        Assert.StartsWith("no more", await File.ReadAllTextAsync(folder.File(name)), StringComparison.Ordinal);
    }

    public static TheoryData<Action<IServiceCollection>, string> Mistakes => new()
    {
        { services => services.AddSingleton<Keeper>(), $"Unable to resolve service for type 'System.Version' while attempting to activate '{typeof(Keeper)}'." },
        { services => services.AddOptions<Keeping>().Validate(keeping => keeping.Days > 0, "Days must be 1 or more.").ValidateOnStart(), "Days must be 1 or more." },
        { services => services.AddSingleton<IStartCheck>(_ => throw new ArgumentException("Keep them a day.", "days")), "Keep them a day." },
        { services => services.AddSingleton<IStartCheck>(_ => throw new InvalidDataException("The file is no JSON.")), "The file is no JSON." },
    };

    private sealed record Keeper(Version Version);

    private sealed class Keeping
    {
        public int Days { get; set; }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_that_is_found_at_start_is_a_sentence_and_ends_with_1(Action<IServiceCollection> make, string sentence)
    {
        var service = new MicroserviceBuilder("Test.Service", ["--port", "0", "--in-memory"], [], LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        make(service.Services);
        using var errors = new StringWriter();

        var code = await LocalCloud.RunAsync(service.Build(), TextWriter.Null, errors);

        Assert.Equal((1, $"Test.Service cannot start: {sentence}{Environment.NewLine}"), (code, errors.ToString()));
    }

    [Fact]
    public async Task A_type_that_no_used_JSON_context_knows_is_reported_in_a_sentence_and_ends_with_1()
    {
        var show = new HandEndpoint(new("Show", "GET", "/a") { ResponseType = typeof(Version) }, _ => throw new InvalidOperationException());
        var service = new MicroserviceBuilder("Test.Service", ["--port", "0", "--in-memory"], [show], LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        using var errors = new StringWriter();

        var code = await LocalCloud.RunAsync(service.Build(), TextWriter.Null, errors);

        Assert.Equal(1, code);
        Assert.Equal(
            "Test.Service cannot start: Show takes or returns System.Version, and no JSON context that Program uses knows it: "
            + "pass the context that does to service.Json.Use.",
            errors.ToString().Trim());
    }

    private static async Task<string> FailsAsync(string sentence, params string[] args)
    {
        var (code, _, errors) = await RunAsync(args);
        Assert.Equal(1, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
        return errors;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await LocalCloud.RunAsync(TestService.Create(null, args), output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Framework.Deployment.Packaging;
using Framework.Functions;
using Framework.Testing.RuntimeApi;

namespace Todo.Service.Tests;

public sealed class NativeFunctionTests : IClassFixture<NativeFunction>
{
    private readonly NativeFunction _function;

    public NativeFunctionTests(NativeFunction function)
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        _function = function;
    }

    [Fact]
    public void It_is_published_without_a_warning_and_under_20_MB()
    {
        Assert.DoesNotContain("warning", _function.PublishOutput, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(new FileInfo(_function.Executable).Length, 1, 20_000_000);
    }

    [Fact]
    public void It_holds_nothing_of_the_local_cloud()
    {
        var binary = File.ReadAllBytes(_function.Executable);

        Assert.True(Holds(binary, "CreateTodo"));
        // Types of the local cloud: a sentence of Framework's own names its package.
        foreach (var name in new[] { "LocalServer", "LocalDynamoDB", "Kestrel", "Sqlite" })
            Assert.False(Holds(binary, name), $"The binary holds {name}.");
        Assert.DoesNotContain(
            Directory.GetFiles(_function.Folder).Select(Path.GetFileName),
            file => file!.Contains("Local", StringComparison.Ordinal) || file.Contains("sqlite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Its_folder_is_a_package_that_Lambda_takes()
    {
        var target = new PackageTarget(FunctionArchitecture.X64, FunctionRuntime.NativeAot);
        var zip = Path.Combine(Path.GetDirectoryName(_function.Folder)!, "Todo.Service.zip");

        PackageWriter.Write(_function.Folder, zip);
        var package = PackageReader.Read(zip, target, container: "");

        Assert.DoesNotContain(package.Entries, entry => Path.GetExtension(entry.Name) is ".dbg" or ".pdb");
        Assert.InRange(package.Size, 1, 8_000_000);
        Assert.Contains(ElfFile.Read(File.ReadAllBytes(_function.Executable)).Needs, need => need.StartsWith("GLIBC_2.", StringComparison.Ordinal));
    }

    [Fact]
    public void It_does_not_say_where_it_was_built() => Assert.False(Holds(File.ReadAllBytes(_function.Executable), "Todo.Service.csproj"));

    [Fact]
    public async Task It_serves_every_endpoint_of_the_service()
    {
        var created = await _function.InvokeAsync("POST", "/todos", new { title = "Deploy" });
        var todo = Body(created);
        var changed = Body(await _function.InvokeAsync("PATCH", $"/todos/{todo["id"]}", new { completed = true, version = 1 }));
        var listed = Body(await _function.InvokeAsync("GET", "/todos?status=completed"));
        var deleted = await _function.InvokeAsync("DELETE", $"/todos/{todo["id"]}");

        Assert.Equal(201, (int)created["statusCode"]!);
        Assert.Equal(2, (int)changed["version"]!);
        Assert.Contains(listed["items"]!.AsArray(), item => (string)item!["id"]! == (string)todo["id"]!);
        Assert.Equal(204, (int)deleted["statusCode"]!);
    }

    [Fact]
    public async Task It_refuses_with_problems_as_it_does_locally()
    {
        var invalid = await _function.InvokeAsync("POST", "/todos", new { title = " " });
        var anonymous = await _function.InvokeAsync("GET", "/todos", user: null);

        Assert.Equal(422, (int)invalid["statusCode"]!);
        Assert.NotNull(Body(invalid)["errors"]!["title"]);
        Assert.Equal(401, (int)anonymous["statusCode"]!);
    }

    [Theory]
    [InlineData(null, "Amazon's own")]
    [InlineData("http://localhost:8000", "the system's")]
    public async Task It_trusts_Amazon_s_roots_alone_where_it_calls_AWS_itself(string? endpoint, string expected)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_LOG_LEVEL"] = "DEBUG",
            ["FRAMEWORK_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]),
        };
        if (endpoint is not null)
            environment["AWS_ENDPOINT_URL"] = endpoint;
        await using var runtimeApi = await RuntimeApiEmulator.StartAsync();
        await using var process = FunctionProcess.Start(
            _function.Executable, runtimeApi, new FunctionProcessOptions { Handler = "GetTodo", Environment = environment });

        await process.Output.WaitForAsync($"The trusted roots are {expected}.").InTimeAsync();
    }

    [Fact]
    public async Task Killed_and_started_again_it_finds_what_it_acknowledged()
    {
        var user = $"user-{Guid.NewGuid():N}";
        await _function.InvokeAsync("POST", "/todos", new { title = "Survivor" }, user);

        await _function.KillAsync();
        await _function.StartAsync();

        var listed = Body(await _function.InvokeAsync("GET", "/todos", user: user));
        Assert.Equal("Survivor", (string)Assert.Single(listed["items"]!.AsArray())!["title"]!);
    }

    [Fact]
    public async Task SIGTERM_while_it_waits_ends_it_with_0()
    {
        await _function.InvokeAsync("GET", "/todos");

        _function.Process.Terminate();

        Assert.Equal(0, await _function.Process.Exited);
        Assert.Empty(_function.Process.Error.Lines);
        await _function.KillAsync();
        await _function.StartAsync();
    }

    private static JsonNode Body(JsonNode response) => JsonNode.Parse((string)response["body"]!)!;

    // A binary holds names as UTF-8 (metadata) or UTF-16 (strings).
    private static bool Holds(byte[] binary, string text) =>
        binary.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || binary.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}

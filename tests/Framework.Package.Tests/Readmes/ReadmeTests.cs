namespace Framework.Package.Tests.Readmes;

public sealed class ReadmeTests
{
    private const int SigTerm = 15;

    public static TheoryData<string> Packages { get; } = [.. ReadmeProject.Names.Except([ReadmeProject.Todo, "Framework", "Framework.LocalDynamoDB", "Framework.Parameters", "Framework.Testing"])];

    [Fact]
    public async Task The_service_of_Frameworks_README_responds()
    {
        var project = await ReadmeProject.BuildAsync("Framework");
        await using var service = await RunningSample.RunAsync(project.Assembly, ("Shop__Currency", "EUR"));

        Assert.Equal("""{"text":"Hello, world!"}""", await service.Client.GetStringAsync("/hello/world"));
    }

    [Fact]
    public async Task The_tests_of_Framework_Testings_README_pass_on_the_service_of_the_repositorys_README()
    {
        var service = await ReadmeProject.BuildAsync(ReadmeProject.Todo);
        var tests = await ReadmeProject.BuildAsync("Framework.Testing");
        await PublishAsync(service, Path.Combine(Path.GetDirectoryName(tests.Assembly)!, "publish"));

        var output = await PackedFeed.DotnetAsync($"exec \"{tests.Assembly}\"");

        Assert.Contains($"Total: {tests.ExampleCount}, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_of_Framework_Parameters_README_starts_where_its_settings_are_there()
    {
        var project = await ReadmeProject.BuildAsync("Framework.Parameters");

        await using (await RunningSample.RunAsync(
            project.Assembly, ("Payments__ApiKey", "key"), ("Payments__Currency", "EUR"), ("Database__password", "secret")))
        {
        }
        var output = await PackedFeed.FailsAsync($"exec \"{project.Assembly}\" --port 0 --in-memory");

        Assert.Contains("dotnet user-secrets set Payments:ApiKey", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_a_process_that_hosts_LocalDynamoDB()
    {
        var project = await ReadmeProject.BuildAsync("Framework.LocalDynamoDB");
        using var host = await SignalledProcess.StartAsync("dotnet", "exec", project.Assembly);

        Assert.Equal(128 + SigTerm, await host.TerminateAsync());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public Task The_examples_of_every_other_README_compile(string package) => ReadmeProject.BuildAsync(package);

    // Native code takes minutes and tests nothing here: a script with the binary's name starts the same service.
    private static async Task PublishAsync(ReadmeProject service, string folder)
    {
        await PackedFeed.DotnetAsync($"publish \"{service.Folder}\" -p:PublishAot=false --self-contained false -o \"{folder}\" --nologo -v quiet");
        var bootstrap = Path.Combine(folder, "bootstrap");
        await File.WriteAllTextAsync(bootstrap, $"#!/bin/sh\nexec '{Environment.ProcessPath}' exec Todo.dll\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(bootstrap, File.GetUnixFileMode(bootstrap) | UnixFileMode.UserExecute);
    }
}

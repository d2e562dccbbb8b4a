using System.CommandLine;
using System.Text.Json.Nodes;
using Framework.Deployment.Commands;
using Framework.Description;
using Framework.Hosting;

namespace Framework.Deployment.Tests;

/// <summary>The commands of a service's deployment.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_template_is_a_file_a_stack()
    {
        var (code, output, _) = Run(FakeService.Of(20), "template", "--output", _folder);

        Assert.Equal(0, code);
        Assert.Equal(Directory.GetFiles(_folder).Order(), output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
        Assert.Contains(Path.Combine(_folder, "template.yaml"), output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_is_JSON_on_the_console_and_in_a_file()
    {
        var file = Path.Combine(_folder, "manifest.json");
        var printed = Run(FakeService.Of(2), "manifest").Output;
        var (code, output, _) = Run(FakeService.Of(2), "manifest", "--output", file);

        Assert.Equal((0, file), (code, output.TrimEnd()));
        Assert.Equal(printed, File.ReadAllText(file));
        var manifest = JsonNode.Parse(printed)!;
        Assert.Equal(["Endpoint0", "Endpoint1"], manifest["functions"]!.AsArray().Select(function => function!["name"]!.GetValue<string>()));
        Assert.Equal("/items1", manifest["routes"]![1]!["path"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("template")]
    [InlineData("manifest")]
    public void What_cannot_be_deployed_is_one_sentence(string command)
    {
        var service = FakeService.Of([new EndpointDescription("Say", ["say"])]);

        var (code, output, errors) = Run(service, command);

        Assert.Equal((1, ""), (code, output));
        Assert.Equal("Say needs a caller, and a WebSocket API asks who it is at $connect alone: add a class with [Connect], or put [AllowAnonymous] on Say.", errors.TrimEnd());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_one_sentence()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var (code, _, errors) = Run(FakeService.Of(1), "template", "--output", file);

        Assert.Equal(1, code);
        Assert.StartsWith("The files cannot be read or written: ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Code, string Output, string Errors) Run(Microservice service, params string[] args)
    {
        var root = new RootCommand();
        foreach (var command in DeploymentCommands.Create(() => service, page: null))
            root.Add(command);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        return (code, output.ToString(), errors.ToString());
    }
}

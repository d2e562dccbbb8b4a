using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

public sealed class ManagedFunctionTests(ManagedFunction function) : IClassFixture<ManagedFunction>
{
    [Fact]
    public async Task The_managed_runtime_s_executable_serves_every_endpoint_and_holds_nothing_of_the_local_cloud()
    {
        var created = await function.InvokeAsync("POST", "/todos", new { title = "Deploy" });
        var listed = await function.InvokeAsync("GET", "/todos");
        var anonymous = await function.InvokeAsync("GET", "/todos", user: null);

        Assert.Equal((201, 200, 401), ((int)created["statusCode"]!, (int)listed["statusCode"]!, (int)anonymous["statusCode"]!));
        Assert.Equal("Deploy", (string)Assert.Single(JsonNode.Parse((string)listed["body"]!)!["items"]!.AsArray())!["title"]!);
        Assert.DoesNotContain(
            Directory.GetFiles(function.Folder).Select(Path.GetFileName),
            file => file!.Contains("Local", StringComparison.Ordinal) || file.Contains("sqlite", StringComparison.OrdinalIgnoreCase));
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

public sealed class NativeFunctionTests(NativeFunction function) : IClassFixture<NativeFunction>
{
    [Fact]
    public void It_is_published_without_a_warning_and_under_20_MB()
    {
        Assert.DoesNotContain("warning", function.PublishOutput, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(new FileInfo(function.Executable).Length, 1, 20_000_000);
    }

    [Fact]
    public void It_holds_nothing_of_the_local_cloud()
    {
        var binary = File.ReadAllBytes(function.Executable);

        Assert.True(Holds(binary, "CreateTodo"));
        foreach (var name in new[] { "Framework.Local", "Kestrel", "Sqlite" })
            Assert.False(Holds(binary, name), $"The binary holds {name}.");
        Assert.DoesNotContain(
            Directory.GetFiles(function.Folder).Select(Path.GetFileName),
            file => file!.Contains("Local", StringComparison.Ordinal) || file.Contains("sqlite", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_serves_every_endpoint_of_the_service()
    {
        var created = await function.InvokeAsync("POST", "/todos", new { title = "Deploy" });
        var todo = Body(created);
        var changed = Body(await function.InvokeAsync("PATCH", $"/todos/{todo["id"]}", new { completed = true, version = 1 }));
        var listed = Body(await function.InvokeAsync("GET", "/todos?status=completed"));
        var deleted = await function.InvokeAsync("DELETE", $"/todos/{todo["id"]}");

        Assert.Equal(201, (int)created["statusCode"]!);
        Assert.Equal(2, (int)changed["version"]!);
        Assert.Contains(listed["items"]!.AsArray(), item => (string)item!["id"]! == (string)todo["id"]!);
        Assert.Equal(204, (int)deleted["statusCode"]!);
    }

    [Fact]
    public async Task It_refuses_with_problems_as_it_does_locally()
    {
        var invalid = await function.InvokeAsync("POST", "/todos", new { title = " " });
        var anonymous = await function.InvokeAsync("GET", "/todos", user: null);

        Assert.Equal(422, (int)invalid["statusCode"]!);
        Assert.NotNull(Body(invalid)["errors"]!["title"]);
        Assert.Equal(401, (int)anonymous["statusCode"]!);
    }

    [Fact]
    public async Task Killed_and_started_again_it_finds_what_it_acknowledged()
    {
        var user = $"user-{Guid.NewGuid():N}";
        await function.InvokeAsync("POST", "/todos", new { title = "Survivor" }, user);

        await function.KillAsync();
        await function.StartAsync();

        var listed = Body(await function.InvokeAsync("GET", "/todos", user: user));
        Assert.Equal("Survivor", (string)Assert.Single(listed["items"]!.AsArray())!["title"]!);
    }

    [Fact]
    public async Task SIGTERM_while_it_waits_ends_it_with_0()
    {
        await function.InvokeAsync("GET", "/todos");

        function.Process.Terminate();

        Assert.Equal(0, await function.Process.Exited);
        Assert.Empty(function.Process.Error.Lines);
        await function.KillAsync();
        await function.StartAsync();
    }

    private static JsonNode Body(JsonNode reply) => JsonNode.Parse((string)reply["body"]!)!;

    // Names stand in a binary as UTF-8 (metadata) or UTF-16 (strings).
    private static bool Holds(byte[] binary, string text) =>
        binary.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || binary.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}

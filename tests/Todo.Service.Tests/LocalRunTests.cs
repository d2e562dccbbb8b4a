using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

public sealed class LocalRunTests
{
    [Fact]
    public async Task Every_acknowledged_todo_survives_a_kill_during_writes()
    {
        var folder = Directory.CreateTempSubdirectory("todo-").FullName;
        var acknowledged = new ConcurrentBag<string>();
        await using (var service = await LocalProcess.StartAsync(folder))
        {
            using var user = await service.SignInAsync("alice");
            var enough = new TaskCompletionSource();
            var writers = Enumerable.Range(0, 8).Select(_ => WriteUntilKilledAsync(user, acknowledged, enough)).ToList();
            await enough.Task.InTimeAsync();
            service.Kill();
            await Task.WhenAll(writers);
        }

        await using var restarted = await LocalProcess.StartAsync(folder);
        using var again = await restarted.SignInAsync("alice");
        var found = await AllIdsAsync(again);

        Assert.Empty(acknowledged.Except(found));
    }

    [Fact]
    public async Task A_taken_port_is_reported_in_one_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("todo-").FullName;
        await using var first = await LocalProcess.StartAsync(folder);

        var (exitCode, errors) = await LocalProcess.RunAsync($"--port {first.Address.Port} --in-memory");

        Assert.Equal(1, exitCode);
        Assert.Contains($"{first.Address.Port}", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupt_data_folder_is_reported_in_one_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("todo-").FullName;
        await using (await LocalProcess.StartAsync(folder))
        {
        }
        foreach (var file in Directory.GetFiles(folder))
            await File.WriteAllTextAsync(file, new string('x', 5000));

        var (exitCode, errors) = await LocalProcess.RunAsync($"--port 0 --data \"{folder}\"");

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Contains("--reset", errors, StringComparison.Ordinal);
    }

    private static async Task WriteUntilKilledAsync(HttpClient user, ConcurrentBag<string> acknowledged, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                using var response = await user.PostAsJsonAsync("/todos", new { title = "Written" });
                acknowledged.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
                if (acknowledged.Count >= 200)
                    enough.TrySetResult();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The service is gone; what it did not acknowledge does not count.
        }
    }

    private static async Task<HashSet<string>> AllIdsAsync(HttpClient user)
    {
        var ids = new HashSet<string>();
        string? cursor = null;
        do
        {
            var query = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = JsonNode.Parse(await user.GetStringAsync($"/todos?limit=100{query}"))!;
            ids.UnionWith(page["items"]!.AsArray().Select(todo => (string)todo!["id"]!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return ids;
    }
}

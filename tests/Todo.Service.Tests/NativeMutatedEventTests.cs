using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Framework.Tests.Conformance;

namespace Todo.Service.Tests;

/// <summary>Events that no gateway sends, through the published binary.</summary>
public sealed class NativeMutatedEventTests : IClassFixture<NativeFunction>
{
    // In KB, from the middle to the end. In the first half the collector's budget and the pools grow to their size.
    private const long MaxGrowth = 16 * 1024;

    private readonly NativeFunction _function;

    public NativeMutatedEventTests(NativeFunction function)
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        _function = function;
    }

    [Fact]
    public async Task A_changed_event_is_served_or_refused_and_takes_no_memory_for_good()
    {
        var events = new MutatedEvents(20261201, ToTheTodos);
        var count = MutatedEvents.Count(10_000);
        var statuses = new SortedDictionary<int, int>();
        var memory = new List<long>();
        var refused = 0;
        for (var index = 0; index < count; index++)
        {
            var payload = events.Next();
            var result = await _function.InvokeAsync(payload);
            if (index % (count / 10) == 0)
                memory.Add(Memory());
            if (result.Error is { } error)
            {
                Assert.True(error.Type == "Function.UndecodableEventException", $"{error.Type}: {error.Message} for {Encoding.UTF8.GetString(payload)}");
                refused++;
                continue;
            }
            var status = JsonNode.Parse(result.Payload.Span)!["statusCode"]!.GetValue<int>();
            Assert.True(status is >= 200 and < 500, $"{status} for {Encoding.UTF8.GetString(payload)}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        memory.Add(Memory());
        var figures = $"{count} events: {string.Join(", ", statuses)}, {refused} refused; resident KB {string.Join(", ", memory)}";
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        Assert.True(statuses.ContainsKey(200) && statuses.ContainsKey(401) && refused > count / 10, figures);
        Assert.True(memory[^1] < memory[5] + MaxGrowth, figures);
    }

    // Two of three go to a route of the service, and two of three have a caller.
    private static JsonObject ToTheTodos(JsonObject json, Random random)
    {
        string? path = random.Next(3) switch { 0 => "/todos", 1 => "/todos/0190163d-8694-739b-aea5-966c26f8ad91", _ => null };
        foreach (var name in new[] { "rawPath", "path" })
        {
            if (path is not null && json.ContainsKey(name))
                json[name] = path;
        }
        if (random.Next(3) > 0 && json["requestContext"] is JsonObject context)
        {
            var claims = new JsonObject { ["sub"] = "user-1" };
            context["authorizer"] = new JsonObject { ["claims"] = claims, ["jwt"] = new JsonObject { ["claims"] = claims.DeepClone() } };
        }
        return json;
    }

    private long Memory()
    {
        var line = File.ReadLines($"/proc/{_function.Process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}

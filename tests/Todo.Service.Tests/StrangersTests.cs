using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

/// <summary>What strangers send costs the deployed function memory in proportion to its size, before sign-in and after.</summary>
public sealed class StrangersTests : IClassFixture<NativeFunction>
{
    // Of the 256 MB that the function has.
    private const int MaxMegabytes = 64;

    private readonly NativeFunction _function;

    public StrangersTests(NativeFunction function)
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        _function = function;
    }

    [Fact]
    public async Task One_process_responds_to_all_of_them_within_64_MB()
    {
        await _function.KillAsync();
        await _function.StartAsync();
        foreach (var (what, payload, statuses) in Events())
        {
            var result = await _function.InvokeAsync(payload);
            Assert.True(result.Error is null, what);
            var response = JsonNode.Parse(result.Payload.Span)!;
            Assert.True(statuses.Contains((int)response["statusCode"]!), $"{what}: {response["statusCode"]}");
            Assert.True(result.Payload.Length < 256 * 1024, $"{what}: {result.Payload.Length} bytes");
            Assert.True(Peak() < MaxMegabytes, $"{what}: {Peak()} MB");
        }

        var undecodable = await _function.InvokeAsync($"{{\"version\":\"2.0\",\"rawPath\":{new string('x', 1_000_000)}}}");

        Assert.NotNull(undecodable.Error);
        Assert.True(Peak() < MaxMegabytes, $"{Peak()} MB");
    }

    private int Peak()
    {
        var line = File.ReadLines($"/proc/{_function.Process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static IEnumerable<(string What, byte[] Payload, int[] Statuses)> Events()
    {
        foreach (var length in new[] { 4_500, 7_500, 100_000 })
            yield return ($"a path of {length} characters that looks like a template", OfPath(string.Concat(Enumerable.Repeat("{p}{p+}/", length / 16))), [401, 404]);
        yield return ("34,000 empty items", Of("PATCH", "/todos", $"{{\"items\":[{Repeat("{}", 34_000)}]}}"), [422]);
        yield return ("0.9 MB of empty items", Of("PATCH", "/todos", $"{{\"items\":[{Repeat("{}", 300_000)}]}}"), [422]);
        yield return ("0.9 MB of nulls", Of("PATCH", "/todos", $"{{\"items\":[{Repeat("null", 180_000)}]}}"), [422]);
        yield return ("10,000 items that break every rule", Of("PATCH", "/todos", $"{{\"items\":[{Repeat($"{{\"id\":\"{Guid.Empty}\",\"version\":0}}", 10_000)}]}}"), [422]);
        yield return ("0.9 MB of unknown keys", Of("POST", "/todos", $"{{\"title\":\"t\",{string.Join(',', Enumerable.Range(0, 60_000).Select(index => $"\"key{index}\":1"))}}}"), [201]);
        yield return ("0.9 MB of unknown keys and a null", Of("POST", "/todos", $"{{\"title\":\"null\",{string.Join(',', Enumerable.Range(0, 60_000).Select(index => $"\"key{index}\":1"))}}}"), [201]);
        yield return ("0.9 MB of one key", Of("POST", "/todos", $"{{\"title\":\"t\",{Repeat("\"key\":1", 100_000)}}}"), [400]);
        yield return ("a long name", Of("POST", "/todos", $"{{\"{new string('n', 900_000)}\":1,\"title\":1}}"), [422]);
        yield return ("a long value", Of("POST", "/todos", $"{{\"title\":\"{new string('t', 900_000)}\"}}"), [422]);
        yield return ("deep nesting", Of("POST", "/todos", $"{{\"title\":{new string('[', 400_000)}"), [400]);
        yield return ("64 levels and many values", Of("POST", "/todos", $"{{\"title\":{new string('[', 60)}{Repeat("1", 400_000)}{new string(']', 60)}}}"), [422]);
        yield return ("20,000 query values", Of("DELETE", "/todos", null, Repeat("ids=x", 20_000).Replace(',', '&')), [400]);
        yield return ("a claim that is no text", NoText(Of("GET", "/todos", null, "limit=1")), [200]);
        yield return ("nobody's large body", Of("PATCH", "/todos", $"{{\"items\":[{Repeat("{}", 300_000)}]}}", user: null), [401]);
    }

    private static string Repeat(string text, int count) => string.Join(',', Enumerable.Repeat(text, count));

    private static byte[] OfPath(string value)
    {
        var request = JsonNode.Parse(HttpApiEvents.Write("GET", $"/todos/{value}/{value}", null, user: null))!;
        request["routeKey"] = "GET /todos/{p}/{q}";
        request["pathParameters"] = new JsonObject { ["p"] = value, ["q"] = value };
        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    private static byte[] Of(string method, string path, string? body, string query = "", string? user = "stranger")
    {
        var request = JsonNode.Parse(HttpApiEvents.Write(method, $"{path}?{query}", null, user))!;
        request["body"] = body;
        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    private static byte[] NoText(byte[] payload)
    {
        var text = Encoding.UTF8.GetString(payload).Replace("\"scope\"", "\"cognito:groups\":\"[adm#ins]\",\"scope\"", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0x8a;
        return bytes;
    }
}

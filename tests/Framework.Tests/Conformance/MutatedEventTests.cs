using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Http;
using Framework.Runtime;
using Framework.Tests.Service;

namespace Framework.Tests.Conformance;

/// <summary>Events that no gateway sends: those of the corpus, each changed at random.</summary>
public sealed class MutatedEventTests
{
    // FRAMEWORK_MUTATED_EVENTS asks for more of them.
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("FRAMEWORK_MUTATED_EVENTS"), out var count) ? count : 20_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public async Task A_changed_event_is_served_or_refused_and_never_breaks_the_service()
    {
        await using var service = new TestService([.. Methods.Select(method => new TestEndpoint(method, "/{path+}", ReadAllAsync))], telemetry: Stream.Null);
        byte[][] events = [.. from name in LogicalRequest.Names.Order(StringComparer.Ordinal)
                              let request = LogicalRequest.Read(name)
                              where request.Body.Length < 10_000
                              from frontDoor in FrontDoorUnderTest.All
                              select JsonSerializer.SerializeToUtf8Bytes(frontDoor.Write(request, EmptyValue.Null))];
        var random = new Random(20261130);
        var (served, refused) = (0, 0);
        for (var index = 0; index < Count; index++)
        {
            var payload = Mutated(events[random.Next(events.Length)], random);
            try
            {
                var status = await StatusAsync(service, payload);
                Assert.True(status is >= 200 and < 500, $"{status} for {Encoding.UTF8.GetString(payload)}");
                served++;
            }
            catch (UndecodableEventException)
            {
                refused++;
            }
        }
        Assert.True(served > Count / 4 && refused > Count / 4, $"{served} served, {refused} refused");
    }

    // Reads all that an author could read.
    private static ValueTask<Response> ReadAllAsync(Framework.Generated.CallContext context)
    {
        var request = context.Request;
        var headers = request.Headers.Names.Sum(name => request.Headers[name]!.Length);
        var query = request.Query.Raw.Split('&').Sum(pair => request.Query.All(Uri.UnescapeDataString(pair.Split('=')[0])).Count);
        var caller = $"{context.Caller.Id} {context.Caller.Claim("email")} {string.Join(' ', context.Caller.Groups)} {string.Join(' ', context.Caller.Scopes)}";
        return ValueTask.FromResult(Response.Text(
            200, $"{headers} {query} {caller.Length} {request.Cookies.Count} {request.Path} {request.Host} {request.SourceIp} {request.Body.Length}"));
    }

    private static async Task<int> StatusAsync(TestService service, byte[] payload)
    {
        var output = new ResponseBuffer();
        using var invocation = new Invocation { Payload = payload, RequestId = "request-1" };
        await service.Running.InvokeAsync(invocation, output);
        return JsonNode.Parse(output.Body.Span)!["statusCode"]!.GetValue<int>();
    }

    private static byte[] Mutated(byte[] payload, Random random) => random.Next(3) switch
    {
        0 => Bytes([.. payload], random),
        1 => JsonSerializer.SerializeToUtf8Bytes(Values(JsonNode.Parse(payload)!.AsObject(), random)),
        _ => Bytes(JsonSerializer.SerializeToUtf8Bytes(Values(JsonNode.Parse(payload)!.AsObject(), random)), random),
    };

    // Some bytes are replaced; sometimes the end is cut off.
    private static byte[] Bytes(byte[] payload, Random random)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
            payload[random.Next(payload.Length)] = (byte)random.Next(256);
        return random.Next(8) == 0 ? payload[..random.Next(payload.Length)] : payload;
    }

    // Some values become of another type, are doubled under another name, or are gone.
    private static JsonObject Values(JsonObject root, Random random)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var parent = root;
            while (random.Next(2) == 0 && parent.Select(pair => pair.Value).OfType<JsonObject>().Where(child => child.Count > 0).ToArray() is { Length: > 0 } children)
                parent = children[random.Next(children.Length)];
            if (parent.Count == 0)
                continue;
            var name = parent.ElementAt(random.Next(parent.Count)).Key;
            if (random.Next(4) == 0)
                parent.Remove(name);
            else
                parent[name] = Value(random);
        }
        return root;
    }

    private static JsonNode? Value(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(),
        2 => random.Next(2) == 0,
        3 => new JsonArray("a", null, 1, new JsonObject()),
        4 => new JsonObject { ["a"] = "b", ["sub"] = "c", ["claims"] = new JsonObject { ["sub"] = 7 } },
        5 => new string('/', random.Next(300)),
        6 => "%00%ff%2F%zz\u0000\r\n\u202e",
        7 => "[\"a\" ,1",
        _ => "2.0",
    };
}

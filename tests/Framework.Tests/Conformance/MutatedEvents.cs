using System.Text.Json;
using System.Text.Json.Nodes;

namespace Framework.Tests.Conformance;

/// <summary>The events of the corpus, each changed at random in bytes and values.</summary>
internal sealed class MutatedEvents
{
    private readonly Random _random;
    private readonly byte[][] _events;

    /// <param name="seed">Decides on the changes.</param>
    /// <param name="change">Changes an event before the random changes, as to send it to a route.</param>
    public MutatedEvents(int seed, Func<JsonObject, Random, JsonObject>? change = null)
    {
        _random = new Random(seed);
        _events = [.. from name in LogicalRequest.Names.Order(StringComparer.Ordinal)
                      let request = LogicalRequest.Read(name)
                      where request.Body.Length < 10_000
                      from frontDoor in FrontDoorUnderTest.All
                      let json = frontDoor.Write(request, EmptyValue.Null)
                      select JsonSerializer.SerializeToUtf8Bytes(change is null ? json : change(json, _random))];
    }

    /// <param name="seed">Decides on the changes.</param>
    /// <param name="events">The events that are changed.</param>
    public MutatedEvents(int seed, byte[][] events)
    {
        _random = new Random(seed);
        _events = events;
    }

    /// <summary>How many events a test sends: the environment variable <c>FRAMEWORK_MUTATED_EVENTS</c>, else its own number.</summary>
    public static int Count(int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable("FRAMEWORK_MUTATED_EVENTS"), out var count) ? count : standard;

    public byte[] Next() => Mutated(_events[_random.Next(_events.Length)], _random);

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

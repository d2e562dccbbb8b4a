using System.Text;
using System.Text.Json;
using Framework.Dispatch;
using Framework.Http;
using Framework.HttpEvents;

namespace Framework.Tests.Conformance;

/// <summary>Each request of <c>tests/fixtures/requests</c>, through each front door.</summary>
public sealed class RequestConformanceTests
{
    // Headers of the way, which each front door adds as it likes.
    private static readonly string[] OfTheWay = ["x-forwarded-for", "x-forwarded-proto", "x-amzn-trace-id"];

    public static TheoryData<string> Requests => [.. LogicalRequest.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_is_the_same_behind_every_front_door(string name)
    {
        var request = LogicalRequest.Read(name);
        foreach (var frontDoor in FrontDoorUnderTest.All)
        {
            if (request.ExpectedAt(frontDoor.Name) is not { } expected)
                continue;
            foreach (var empty in Enum.GetValues<EmptyValue>())
            {
                var payload = JsonSerializer.SerializeToUtf8Bytes(frontDoor.Write(request, empty));
                Assert.Equal(frontDoor.Shape, EventShapes.Of(payload));
                using var read = Codec(frontDoor.Shape).Decode(payload);
                read.RemoveBasePath(request.BasePath);
                Check(request, expected, read.Request, frontDoor);
            }
        }
    }

    [Fact]
    public void The_corpus_has_four_hundred_requests() => Assert.InRange(LogicalRequest.Names.Count(), 400, int.MaxValue);

    private static void Check(LogicalRequest request, ExpectedRequest expected, Request actual, FrontDoorUnderTest frontDoor)
    {
        var place = $"{frontDoor.Name}: ";
        Assert.Equal(place + request.Method, place + actual.Method);
        Assert.Equal(place + expected.Path, place + actual.Path);
        Assert.Equal(place + Text(expected.Query), place + Text(expected.Query.ToDictionary(pair => pair.Key, pair => actual.Query.All(pair.Key).ToArray())));
        Assert.Equal(expected.Query.Sum(pair => pair.Value.Length), actual.Query.Raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Length);
        var names = actual.Headers.Names.Distinct(StringComparer.OrdinalIgnoreCase).Except(OfTheWay, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(
            place + Text(expected.Headers),
            place + Text(names.ToDictionary(header => header.ToLowerInvariant(), header => actual.Headers[header]!)));
        Assert.Equal(place + string.Join('\n', expected.Cookies), place + string.Join('\n', actual.Cookies));
        Assert.Equal(place + Convert.ToHexString(expected.Body), place + Convert.ToHexString(actual.Body.Span));
        Assert.Equal(place + "192.0.2.1", place + actual.SourceIp);
        Assert.Equal(place + (frontDoor.OwnHost ?? "api.example.com"), place + actual.Host);
    }

    private static EventCodec Codec(EventShape shape) => Dispatcher.CodecOf(shape);

    private static string Text<T>(IReadOnlyDictionary<string, T> map)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append('\n').Append(key).Append(": ").Append(value is string[] values ? string.Join(" | ", values) : value);
        return text.ToString();
    }
}

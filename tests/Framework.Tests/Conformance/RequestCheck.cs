using System.Text;
using Framework.Http;

namespace Framework.Tests.Conformance;

/// <summary>What a service sees of a request of the corpus.</summary>
internal static class RequestCheck
{
    // Headers of the way, which each front door adds as it likes.
    private static readonly string[] OfTheWay = ["x-forwarded-for", "x-forwarded-proto", "x-amzn-trace-id"];

    /// <summary>Compares what a service sees with what it must see.</summary>
    public static void Check(LogicalRequest request, ExpectedRequest expected, Request actual, FrontDoorUnderTest frontDoor)
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

    private static string Text<T>(IReadOnlyDictionary<string, T> map)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append('\n').Append(key).Append(": ").Append(value is string[] values ? string.Join(" | ", values) : value);
        return text.ToString();
    }
}

using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Values;

/// <summary>Whether two values are the same to DynamoDB: numbers by their value, sets in any order.</summary>
internal static class StoredEquality
{
    public static bool AreEqual(Dictionary<string, AttributeValue>? one, Dictionary<string, AttributeValue>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || one.All(entry => other!.TryGetValue(entry.Key, out var value) && AreEqual(entry.Value, value)));

    public static bool AreEqual(AttributeValue one, AttributeValue other) => (one, other) switch
    {
        ({ S: { } text }, _) => text == other.S,
        ({ N: { } number }, { N: { } another }) => Canonical(number) == Canonical(another),
        ({ BOOL: { } boolean }, _) => boolean == other.BOOL,
        ({ NULL: true }, _) => other.NULL is true,
        ({ B: { } bytes }, { B: { } others }) => bytes.ToArray().AsSpan().SequenceEqual(others.ToArray()),
        ({ IsMSet: true }, { IsMSet: true }) => AreEqual(one.M, other.M),
        ({ IsLSet: true }, { IsLSet: true }) =>
            one.L.Count == other.L.Count && one.L.Zip(other.L).All(pair => AreEqual(pair.First, pair.Second)),
        ({ SS.Count: > 0 }, { SS.Count: > 0 }) => one.SS.ToHashSet().SetEquals(other.SS),
        ({ NS.Count: > 0 }, { NS.Count: > 0 }) =>
            one.NS.Select(Canonical).ToHashSet().SetEquals(other.NS.Select(Canonical)),
        ({ BS.Count: > 0 }, { BS.Count: > 0 }) =>
            one.BS.Select(Base64).ToHashSet().SetEquals(other.BS.Select(Base64)),
        _ => false,
    };

    private static string Base64(MemoryStream bytes) => Convert.ToBase64String(bytes.ToArray());

    /// <summary>What all ways to write a number have in common, 1.50, 1.5 and 15E-1: its digits without zeros at either end,
    /// and the place of their point.</summary>
    public static string Canonical(string number)
    {
        var parts = number.TrimStart('-', '+').Split('E', 'e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var all = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        if (digits.Length == 0)
            return "0";
        var exponent = (point < 0 ? all.Length : point) - (all.Length - digits.Length)
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return $"{(number[0] == '-' ? "-" : "")}0.{digits.TrimEnd('0')}E{exponent}";
    }
}

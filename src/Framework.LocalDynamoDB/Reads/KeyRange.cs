using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>The part of a partition that meets the conditions on the sort key; null means no bound.</summary>
internal sealed record KeyRange(byte[]? Lower, bool IncludesLower, byte[]? Upper, bool IncludesUpper)
{
    public static KeyRange All { get; } = new(null, false, null, false);

    public static KeyRange Of(AttributeCondition condition)
    {
        var first = KeyEncoding.Encode(condition.Values[0]);
        return condition.Operator switch
        {
            "EQ" => new(first, true, first, true),
            "LT" => new(null, false, first, false),
            "LE" => new(null, false, first, true),
            "GT" => new(first, false, null, false),
            "GE" => new(first, true, null, false),
            "BETWEEN" => new(first, true, KeyEncoding.Encode(condition.Values[1]), true),
            _ => StartingWith(first),
        };
    }

    /// <summary>Of a sort key of several attributes: conditions on the first ones, all but the last with equality.</summary>
    public static KeyRange OfParts(IReadOnlyList<AttributeCondition> conditions)
    {
        if (conditions.Count == 0)
            return All;
        var before = KeyEncoding.EncodeParts(conditions.SkipLast(1).Select(condition => condition.Values[0]));
        var (comparison, values) = (conditions[^1].Operator, conditions[^1].Values);
        var first = With(values[0]);
        return comparison switch
        {
            "EQ" => StartingWith(first),
            "LT" => From(before, first),
            "LE" => From(before, EndOfPrefix(first)),
            "GT" => From(EndOfPrefix(first)!, EndOfPrefix(before)),
            "GE" => From(first, EndOfPrefix(before)),
            "BETWEEN" => From(first, EndOfPrefix(With(values[1]))),
            _ => StartingWith([.. before, .. KeyEncoding.BeginPart(values[0])]),
        };

        byte[] With(AttributeValue value) => [.. before, .. KeyEncoding.EncodeParts([value])];
    }

    public bool Contains(byte[] key) =>
        (Lower is null || Compare(key, Lower) > (IncludesLower ? -1 : 0))
        && (Upper is null || Compare(key, Upper) < (IncludesUpper ? 1 : 0));

    private static KeyRange From(byte[] start, byte[]? end) => new(start, true, end, false);

    private static KeyRange StartingWith(byte[] prefix) => From(prefix, EndOfPrefix(prefix));

    private static int Compare(byte[] left, byte[] right) => Math.Sign(left.AsSpan().SequenceCompareTo(right));

    /// <summary>The first key after all keys with the prefix.</summary>
    private static byte[]? EndOfPrefix(byte[] prefix)
    {
        var last = Array.FindLastIndex(prefix, value => value < byte.MaxValue);
        if (last < 0)
            return null;
        var end = prefix[..(last + 1)];
        end[last]++;
        return end;
    }
}

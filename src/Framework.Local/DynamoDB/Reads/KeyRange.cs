using Framework.Local.DynamoDB.Expressions.Legacy;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Reads;

/// <summary>The part of a partition that a condition on the sort key leaves; null means no bound.</summary>
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
            _ => new(first, true, EndOfPrefix(first), false),
        };
    }

    public bool Contains(byte[] key) =>
        (Lower is null || Compare(key, Lower) > (IncludesLower ? -1 : 0))
        && (Upper is null || Compare(key, Upper) < (IncludesUpper ? 1 : 0));

    private static int Compare(byte[] left, byte[] right) => Math.Sign(left.AsSpan().SequenceCompareTo(right));

    /// <summary>The first key behind all that begin with the prefix.</summary>
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

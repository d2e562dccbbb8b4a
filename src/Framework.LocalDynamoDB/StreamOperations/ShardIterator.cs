using System.Globalization;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.StreamOperations;

/// <summary>A place in a stream: the next sequence to read.</summary>
internal sealed record ShardIterator(string StreamArn, long Next)
{
    private const string Separator = "|1|";

    public static ShardIterator Parse(string text)
    {
        var end = text.LastIndexOf(Separator, StringComparison.Ordinal);
        return end > 0 && long.TryParse(text.AsSpan(end + Separator.Length), CultureInfo.InvariantCulture, out var next)
            ? new(text[..end], next)
            : throw DynamoDBException.Validation("Invalid ShardIterator");
    }

    public override string ToString() => StreamArn + Separator + Next.ToString(CultureInfo.InvariantCulture);
}

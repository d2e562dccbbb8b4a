using System.Text;
using Framework.DynamoDB.Errors;
using Framework.Resources;

namespace Framework.DynamoDB;

/// <summary>Holds keys against DynamoDB's quotas before they are sent, so that the client is told which one is
/// wrong.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas</see>.
/// </remarks>
internal static class KeyRules
{
    private const int MaxPartitionBytes = 2048;
    private const int MaxSortBytes = 1024;

    public static void CheckPartition(TableKey key, KeyValue value) => Check(key.Name, value, MaxPartitionBytes);

    public static void CheckSort(TableKey key, KeyValue value) => Check(key.Name, value, MaxSortBytes);

    private static void Check(string name, KeyValue value, int limit)
    {
        if (value.Type == "N")
            return;
        if (value.Text.Length == 0)
            throw new InvalidKeyException(name, "Must not be empty.");
        if (Size(value) > limit)
            throw new InvalidKeyException(name, $"Must be at most {limit} bytes, in UTF-8 where it is text.");
    }

    private static int Size(KeyValue value) => value.Type == "B"
        ? (value.Text.Length / 4 * 3) - (value.Text.EndsWith("==", StringComparison.Ordinal) ? 2 : value.Text.EndsWith('=') ? 1 : 0)
        : Encoding.UTF8.GetByteCount(value.Text);
}

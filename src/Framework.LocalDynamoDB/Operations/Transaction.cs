using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>The rules for transactions of reads and of writes.</summary>
internal static class Transaction
{
    // Limits: developer guide, "Quotas".
    public const int MaxItems = 100;
    private const long MaxSize = 4 * 1024 * 1024;

    /// <summary>Checks that every table exists, that every part is valid, and that no two parts are of one item.</summary>
    public static void Check(Catalog catalog, IReadOnlyList<ItemRequest> parts)
    {
        Table[] tables = [.. parts.Select(part => catalog.Get(part.TableName))];
        for (var i = 0; i < parts.Count; i++)
            parts[i].CheckNotEmpty(tables[i]);
        var reasons = new CancellationReasons(parts.Count);
        var seen = new HashSet<(string, ItemKey)>();
        for (var i = 0; i < parts.Count; i++)
        {
            reasons.Try(i, () => parts[i].Check(tables[i]));
            // The service checks no part after the first invalid one.
            reasons.ThrowIfAny();
            if (!seen.Add((tables[i].Name, parts[i].Locate(tables[i]))))
                throw DynamoDBException.Validation(
                    "Transaction request cannot include multiple operations on one item");
        }
    }

    /// <summary>Checks the size of a transaction: of the new items that it writes, or of the items that it reads.</summary>
    public static void CheckSize(long size)
    {
        if (size > MaxSize)
            throw DynamoDBException.Validation($"Transaction payload size cannot exceed 4MB. Payload Size: {size}");
    }
}

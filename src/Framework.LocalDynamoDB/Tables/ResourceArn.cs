namespace Framework.LocalDynamoDB.Tables;

/// <summary>The Amazon Resource Names of tables and what belongs to them.</summary>
internal static class ResourceArn
{
    public const string AccountId = "000000000000";

    public static string OfTable(TableDefinition table) =>
        $"arn:aws:dynamodb:{table.RegionName}:{AccountId}:table/{table.Name}";

    public static string OfIndex(TableDefinition table, IndexDefinition index) => $"{OfTable(table)}/index/{index.Name}";

    public static string OfStream(TableDefinition table, StreamDefinition stream) => $"{OfTable(table)}/stream/{stream.Label}";

    /// <summary>The ARN of a KMS key, which a request gives as an ARN, an alias or an identifier.</summary>
    public static string OfKey(string region, string key) => key.StartsWith("arn:", StringComparison.Ordinal)
        ? key
        : $"arn:aws:kms:{region}:{AccountId}:{(key.StartsWith("alias/", StringComparison.Ordinal) ? key : $"key/{key}")}";
}

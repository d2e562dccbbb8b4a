namespace Framework.LocalDynamoDB.Tables;

/// <summary>The Amazon Resource Names of tables and what belongs to them.</summary>
internal static class ResourceArn
{
    public const string Region = "us-east-1";
    public const string AccountId = "000000000000";

    public static string OfTable(string tableName) => $"arn:aws:dynamodb:{Region}:{AccountId}:table/{tableName}";

    public static string OfIndex(string tableName, string indexName) => $"{OfTable(tableName)}/index/{indexName}";

    public static string OfStream(TableDefinition table, StreamDefinition stream) => $"{OfTable(table.Name)}/stream/{stream.Label}";
}

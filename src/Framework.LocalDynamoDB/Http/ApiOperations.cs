using System.Collections.Frozen;

namespace Framework.LocalDynamoDB.Http;

/// <summary>The names of all operations of the two APIs, served here or not (API reference, Actions).</summary>
internal static class ApiOperations
{
    public const string TablePrefix = "DynamoDB_20120810.";
    public const string StreamPrefix = "DynamoDBStreams_20120810.";

    public static IReadOnlyList<string> Tables { get; } =
    [
        "BatchExecuteStatement", "BatchGetItem", "BatchWriteItem", "CancelBulkOperation", "CreateBackup", "CreateGlobalTable",
        "CreateTable", "DeleteBackup", "DeleteItem", "DeleteResourcePolicy", "DeleteTable", "DescribeBackup",
        "DescribeBulkOperation", "DescribeContinuousBackups", "DescribeContributorInsights", "DescribeEndpoints",
        "DescribeExport", "DescribeGlobalTable", "DescribeGlobalTableSettings", "DescribeImport",
        "DescribeKinesisStreamingDestination", "DescribeLimits", "DescribeTable", "DescribeTableReplicaAutoScaling",
        "DescribeTimeToLive", "DisableKinesisStreamingDestination", "EnableKinesisStreamingDestination", "ExecuteStatement",
        "ExecuteTransaction", "ExportTableToPointInTime", "GetItem", "GetResourcePolicy", "ImportTable", "ListBackups",
        "ListBulkOperations", "ListContributorInsights", "ListExports", "ListGlobalTables", "ListImports", "ListTables",
        "ListTagsOfResource", "PutItem", "PutResourcePolicy", "Query", "RestoreTableFromBackup", "RestoreTableToPointInTime",
        "Scan", "SearchVectors", "StartBulkPutItems", "TagResource", "TransactGetItems", "TransactWriteItems",
        "UntagResource", "UpdateContinuousBackups", "UpdateContributorInsights", "UpdateGlobalTable",
        "UpdateGlobalTableSettings", "UpdateItem", "UpdateKinesisStreamingDestination", "UpdateTable",
        "UpdateTableReplicaAutoScaling", "UpdateTimeToLive",
    ];

    public static IReadOnlyList<string> Streams { get; } = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];

    private static readonly FrozenSet<string> Targets = Tables.Select(name => TablePrefix + name)
        .Concat(Streams.Select(name => StreamPrefix + name)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an X-Amz-Target names an operation, for example <c>DynamoDB_20120810.GetItem</c>.</summary>
    public static bool Has(string target) => Targets.Contains(target);
}

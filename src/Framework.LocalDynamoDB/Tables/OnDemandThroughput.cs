namespace Framework.LocalDynamoDB.Tables;

/// <summary>The maximum of request units a second of an on-demand table; null where there is no maximum.</summary>
internal sealed record OnDemandThroughput(long? MaxReads, long? MaxWrites);

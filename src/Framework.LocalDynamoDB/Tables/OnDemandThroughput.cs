namespace Framework.LocalDynamoDB.Tables;

/// <summary>The most request units a second that are paid one by one; null where there is no maximum.</summary>
internal sealed record OnDemandThroughput(long? MaxReads, long? MaxWrites);

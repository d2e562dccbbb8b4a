namespace Framework.LocalDynamoDB.Tables;

/// <summary>How many request units a second an on-demand table takes at most; null where there is no limit.</summary>
internal sealed record OnDemandThroughput(long? MaxReads, long? MaxWrites);

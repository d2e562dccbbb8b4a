namespace Framework.LocalDynamoDB.Tables;

/// <summary>The units a second that a table or index can serve at once.</summary>
internal sealed record WarmThroughput(long Reads, long Writes);

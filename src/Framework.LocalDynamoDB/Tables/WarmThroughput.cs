namespace Framework.LocalDynamoDB.Tables;

/// <summary>The units a second that a table or index is made ready for.</summary>
internal sealed record WarmThroughput(long Reads, long Writes);

namespace Framework.DynamoDB;

/// <summary>One change of one item, from a table's stream.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Id">The record's id: the same each time that it is delivered.</param>
/// <param name="Event">What happened.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Old">The item before the change; null for one that was created, or where the stream does not hold it.</param>
/// <param name="New">The item after the change; null for one that is gone, or where the stream does not hold it.</param>
/// <param name="SequenceNumber">Its place in the stream's shard; a batch that failed is reported by it.</param>
/// <param name="Time">About when it happened, to the second or better.</param>
public sealed record StreamRecord<T>(
    string Id, StreamEvent Event, ItemKey Key, T? Old, T? New, string SequenceNumber, DateTimeOffset Time)
    where T : class;

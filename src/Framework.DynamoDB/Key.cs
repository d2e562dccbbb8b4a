namespace Framework.DynamoDB;

/// <summary>The key of one item of a type. The type's generated <c>Key</c> method makes it.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Sort">The sort key's value, in a table that has one.</param>
public sealed record Key<T>(KeyValue Partition, KeyValue? Sort = null) : ItemKey(Partition, Sort);

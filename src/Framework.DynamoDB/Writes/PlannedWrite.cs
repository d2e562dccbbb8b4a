using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>A write of one item before it is known whether others must be written with it.</summary>
/// <param name="Client">The item's table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="PrepareAsync">Gives the write and those that must happen with it or not at all.</param>
internal sealed record PlannedWrite(
    TableClient Client, ItemKey Key, Func<CancellationToken, ValueTask<IReadOnlyList<ItemWrite>>> PrepareAsync);

using Framework.DynamoDB.Sending;

namespace Framework.DynamoDB.Writes;

/// <summary>A write of one item before it is known whether others must be written with it.</summary>
/// <param name="Client">The item's table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Alone">Makes the write.</param>
/// <param name="TogetherAsync">Makes the write and those that must happen with it or not at all, by what is stored; null
/// where there can be none.</param>
internal sealed record PlannedWrite(
    TableClient Client,
    ItemKey Key,
    Func<ItemWrite> Alone,
    Func<CancellationToken, ValueTask<IReadOnlyList<ItemWrite>>>? TogetherAsync)
{
    public ValueTask<IReadOnlyList<ItemWrite>> PrepareAsync(CancellationToken cancellation) =>
        TogetherAsync is null ? new([Alone()]) : TogetherAsync(cancellation);
}

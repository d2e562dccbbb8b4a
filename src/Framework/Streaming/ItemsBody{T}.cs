using Framework.Http;

namespace Framework.Streaming;

/// <summary>Items, each of which is a piece.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <param name="items">Makes the items; gets the token, where it asks for one.</param>
/// <param name="cancellation">Ends the items, also those of a source that does not look at it.</param>
internal abstract class ItemsBody<T>(IAsyncEnumerable<T> items, CancellationToken cancellation) : StreamedBody
{
    private readonly IAsyncEnumerator<T> _items = items.GetAsyncEnumerator(cancellation);

    protected T Item => _items.Current;

    public override ValueTask DisposeAsync() => _items.DisposeAsync();

    protected override ValueTask<bool> NextAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        return _items.MoveNextAsync();
    }
}

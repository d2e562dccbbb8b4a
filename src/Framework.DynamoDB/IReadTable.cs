using Framework.Resources;

namespace Framework.DynamoDB;

/// <summary>Reads one table.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <remarks>Reads are strongly consistent unless asked otherwise, so that a request sees what the one before it wrote.
/// An item that has expired is not seen, whether or not DynamoDB has deleted it yet.</remarks>
[Egress(Egress.Aws)]
[Grants(ResourceKind.Table, ResourceAccess.Read)]
public interface IReadTable<T>
    where T : class
{
    /// <summary>Reads one item.</summary>
    /// <param name="key">The item's key.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The item; null if there is none.</returns>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, after retries.</exception>
    Task<T?> GetAsync(Key<T> key, CancellationToken cancellation = default);

    /// <inheritdoc cref="GetAsync(Key{T}, CancellationToken)"/>
    /// <param name="key">The item's key.</param>
    /// <param name="consistency">How fresh the item must be.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<T?> GetAsync(Key<T> key, ReadConsistency consistency, CancellationToken cancellation = default);

    /// <summary>Reads many items by their keys, 100 in a call, and repeats the call for those that DynamoDB leaves
    /// out.</summary>
    /// <param name="keys">The items' keys; one may be named more than once.</param>
    /// <param name="consistency">How fresh the items must be.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The items in the order of their keys; null where there is none.</returns>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, after retries.</exception>
    Task<IReadOnlyList<T?>> GetManyAsync(
        IReadOnlyCollection<Key<T>> keys,
        ReadConsistency consistency = ReadConsistency.Strong,
        CancellationToken cancellation = default);

    /// <summary>Reads the items of a query, page after page as they are asked for.</summary>
    /// <param name="query">The query; the item's generated <c>Partition</c> method starts one, and so does the method of each
    /// index.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, after retries.</exception>
    IAsyncEnumerable<T> QueryAsync(Query<T> query, CancellationToken cancellation = default);

    /// <inheritdoc cref="QueryAsync(Query{T}, CancellationToken)"/>
    /// <summary>Reads a view of the items of a query, and no other attributes, page after page as they are asked
    /// for.</summary>
    /// <typeparam name="TView">The view, a type with <see cref="ProjectionAttribute"/>.</typeparam>
    IAsyncEnumerable<TView> QueryAsync<TView>(Query<T> query, CancellationToken cancellation = default)
        where TView : class, IProjection<T, TView>;

    /// <summary>Reads one page of a query for a client that asks for the pages one by one.</summary>
    /// <param name="query">The query, the same for every page.</param>
    /// <param name="limit">How many items a page holds at most, 1 or more. The page holds as many unless the query ends.</param>
    /// <param name="cursor"><see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="Errors.InvalidCursorException">The cursor was not made by this query on this table.</exception>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, after retries.</exception>
    Task<Page<T>> QueryPageAsync(Query<T> query, int limit, string? cursor, CancellationToken cancellation = default);

    /// <summary>Counts the items of a query, over all its pages.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <remarks>DynamoDB reads and bills every item that it counts, but does not send it.</remarks>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, after retries.</exception>
    Task<long> CountAsync(Query<T> query, CancellationToken cancellation = default);

    /// <summary>Reads every item of the table, in no order: for migrations and exports, never for a request.</summary>
    /// <param name="segments">How many parts of the table are read at once, 1 to 1,000.</param>
    /// <param name="consistency">How fresh the items must be.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <remarks>DynamoDB bills the whole table. The read may or may not return items that are written in the meantime.</remarks>
    /// <exception cref="Errors.TableUnavailableException">DynamoDB throttled the call or failed, after retries.</exception>
    IAsyncEnumerable<T> ScanEntireTableAsync(
        int segments = 1, ReadConsistency consistency = ReadConsistency.Strong, CancellationToken cancellation = default);

    /// <inheritdoc cref="QueryPageAsync(Query{T}, int, string?, CancellationToken)"/>
    /// <summary>Reads one page of a view of the items, and no other attributes.</summary>
    /// <typeparam name="TView">The view, a type with <see cref="ProjectionAttribute"/>.</typeparam>
    Task<Page<TView>> QueryPageAsync<TView>(
        Query<T> query, int limit, string? cursor, CancellationToken cancellation = default)
        where TView : class, IProjection<T, TView>;
}

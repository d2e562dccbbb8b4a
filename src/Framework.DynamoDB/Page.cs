namespace Framework.DynamoDB;

/// <summary>One page of a query.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Items">The items, as many as were asked for unless the query ends before.</param>
/// <param name="Next">The cursor of the next page; null only where no item follows.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

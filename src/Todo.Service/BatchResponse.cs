namespace Todo.Service;

/// <summary>The answers to a request of several items, in the order asked.</summary>
public sealed record BatchResponse(IReadOnlyList<BatchResult> Results);

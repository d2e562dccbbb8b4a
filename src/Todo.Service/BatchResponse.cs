namespace Todo.Service;

/// <summary>The results of a request for several items, in the order of the request.</summary>
public sealed record BatchResponse(IReadOnlyList<BatchResult> Results);

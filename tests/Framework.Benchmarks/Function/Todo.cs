namespace Framework.Benchmarks.TodoFunction;

public sealed record Todo(Guid Id, string Title, int Priority, bool Completed);

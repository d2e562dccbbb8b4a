namespace Todo.Service;

[Delete("/todos")]
public sealed class DeleteTodos(ITable<TodoItem> todos)
{
    public async Task<MultiStatus<BatchAnswer>> HandleAsync(
        Guid[] ids, TodoStatus? status, Caller caller, CancellationToken cancellation)
    {
        if (status is null && ids.Length is >= 1 and <= Batch.MaxItems)
            return await Batch.RunAsync(ids, id => id, id => DeleteAsync(id, todos.DeleteAsync(TodoItem.Key(caller.Id, id), cancellation)));
        if (status != TodoStatus.Completed || ids.Length > 0)
            throw new ProblemException(Problem.InvalidParameter("ids", $"Send 1 to {Batch.MaxItems} ids, or status=completed."));

        var completed = await todos.QueryAsync(TodoItem.Of(caller.Id, TodoStatus.Completed), cancellation).ToListAsync(cancellation);
        return await Batch.RunAsync(completed, todo => todo.Id, todo =>
            DeleteAsync(todo.Id, todos.DeleteAsync(TodoItem.Key(caller.Id, todo.Id), todo.Version, cancellation)));
    }

    private static async Task<BatchResult> DeleteAsync(Guid id, Task deletion)
    {
        await deletion;
        return new BatchResult(id, 204);
    }
}

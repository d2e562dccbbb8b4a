namespace Todo.Service;

[Delete("/todos")]
public sealed class DeleteTodos(ITable<TodoItem> todos)
{
    public async Task<MultiStatus<BatchResponse>> HandleAsync(
        Guid[] ids, TodoStatus? status, Caller caller, CancellationToken cancellation)
    {
        if (status is null && ids.Length is >= 1 and <= Batch.MaxItems)
        {
            return await Batch.RunAsync(ids, id => id, async id =>
            {
                await todos.DeleteAsync(TodoItem.Key(caller.Id, id), cancellation);
                return new BatchResult(id, 204);
            });
        }
        if (status != TodoStatus.Completed || ids.Length > 0)
        {
            throw new ProblemException(
                Problem.InvalidParameter("ids", $"Send 1 to {Batch.MaxItems} ids, or status=completed."));
        }

        var completed = todos.QueryAsync(TodoItem.Of(caller.Id, TodoStatus.Completed), cancellation);
        return await Batch.RunAsync(await completed.ToListAsync(cancellation), todo => todo.Id, async todo =>
        {
            await todos.DeleteAsync(TodoItem.Key(caller.Id, todo.Id), todo.Version, cancellation);
            return new BatchResult(todo.Id, 204);
        });
    }
}

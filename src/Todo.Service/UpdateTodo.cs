namespace Todo.Service;

[Patch("/todos/{id}")]
public sealed class UpdateTodo(ITable<TodoItem> todos)
{
    public async Task<TodoItem?> HandleAsync(
        Guid id, TodoChange change, Caller caller, CancellationToken cancellation) =>
        await todos.UpdateAsync(TodoItem.Key(caller.Id, id), change.ToUpdate(), cancellation);
}

namespace Todo.Service;

[Delete("/todos/{id}")]
public sealed class DeleteTodo(ITable<TodoItem> todos)
{
    public Task HandleAsync(Guid id, Caller caller, CancellationToken cancellation) =>
        todos.DeleteAsync(TodoItem.Key(caller.Id, id), cancellation);
}

namespace Todo.Service;

[Get("/todos/{id}")]
public sealed class GetTodo(IReadTable<TodoItem> todos)
{
    public Task<TodoItem?> HandleAsync(Guid id, Caller caller, CancellationToken cancellation) =>
        todos.GetAsync(TodoItem.Key(caller.Id, id), cancellation);
}

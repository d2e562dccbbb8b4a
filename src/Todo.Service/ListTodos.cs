using System.ComponentModel.DataAnnotations;

namespace Todo.Service;

[Get("/todos")]
public sealed class ListTodos(IReadTable<TodoItem> todos)
{
    public Task<Page<TodoItem>> HandleAsync(
        Caller caller,
        TodoStatus status = TodoStatus.All,
        [Range(1, 100)] int limit = 50,
        string? cursor = null,
        CancellationToken cancellation = default) =>
        todos.QueryPageAsync(TodoItem.Of(caller.Id, status), limit, cursor, cancellation);
}

namespace Todo.Service;

[Post("/todos")]
public sealed class CreateTodo(ITable<TodoItem> todos, TimeProvider clock)
{
    public sealed record Body(string Title);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules() => RuleFor(body => body.Title).IsTodoTitle();
    }

    public async Task<Created<TodoItem>> HandleAsync(Body body, Caller caller, CancellationToken cancellation)
    {
        var todo = TodoItem.New(caller.Id, body.Title.Trim(), clock.GetUtcNow());
        var stored = await todos.CreateAsync(todo, cancellation);
        return new($"/todos/{stored.Id}", stored);
    }
}

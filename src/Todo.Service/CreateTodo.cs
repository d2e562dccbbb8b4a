namespace Todo.Service;

[Post("/todos")]
public sealed class CreateTodo(ITable<TodoItem> todos, TimeProvider clock)
{
    // A client that chooses the id can repeat a creation without a second todo.
    public sealed record Body(string Title, Guid? Id = null);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules()
        {
            RuleFor(body => body.Title).IsTodoTitle();
            RuleFor(body => body.Id).Must(id => id is null or { Version: 7 })
                .WithMessage("Must be a UUID of version 7.");
        }
    }

    public async Task<Created<TodoItem>> HandleAsync(Body body, Caller caller, CancellationToken cancellation)
    {
        var todo = TodoItem.New(caller.Id, body.Title.Trim(), clock.GetUtcNow(), body.Id);
        var stored = await todos.CreateAsync(todo, cancellation);
        return new($"/todos/{stored.Id}", stored);
    }
}

namespace Framework.Benchmarks.TodoFunction;

[Post("/todos")]
[AllowAnonymous]
public sealed class CreateTodo
{
    public sealed record Body(string Title, int Priority);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules()
        {
            RuleFor(body => body.Title).NotEmpty().MaximumLength(200);
            RuleFor(body => body.Priority).InclusiveBetween(1, 5);
        }
    }

    public Task<Created<Todo>> HandleAsync(Body body)
    {
        var todo = new Todo(Guid.NewGuid(), body.Title.Trim(), body.Priority, Completed: false);
        return Task.FromResult(new Created<Todo>($"/todos/{todo.Id}", todo));
    }
}

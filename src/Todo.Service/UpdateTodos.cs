namespace Todo.Service;

[Patch("/todos")]
public sealed class UpdateTodos(ITable<TodoItem> todos)
{
    public sealed record Item(Guid Id, long Version, string? Title = null, bool? Completed = null)
        : TodoChange(Version, Title, Completed);

    public sealed record Body(IReadOnlyList<Item> Items);

    public sealed class BodyRules : AbstractValidator<Body>
    {
        public BodyRules()
        {
            RuleFor(body => body.Items).Must(items => items.Count is >= 1 and <= Batch.MaxItems)
                .WithMessage($"Must hold 1 to {Batch.MaxItems} items.");
            RuleForEach(body => body.Items).NotNull().SetValidator(new TodoChangeRules());
        }
    }

    public Task<MultiStatus<BatchResponse>> HandleAsync(Body body, Caller caller, CancellationToken cancellation) =>
        Batch.RunAsync(body.Items, item => item.Id, async item =>
        {
            var todo = await todos.UpdateAsync(TodoItem.Key(caller.Id, item.Id), item.ToUpdate(), cancellation);
            return new BatchResult(item.Id, 200, todo);
        });
}

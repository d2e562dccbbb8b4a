namespace Todo.Service;

public sealed class TodoChangeRules : AbstractValidator<TodoChange>
{
    public TodoChangeRules()
    {
        RuleFor(change => change.Title).IsTodoTitle().When(change => change.Title is not null);
        RuleFor(change => change.Version).GreaterThan(0);
        RuleFor(change => change).Must(change => change.Title is not null || change.Completed is not null)
            .OverridePropertyName("title").WithMessage("Change the title, or completed, or both.");
    }
}

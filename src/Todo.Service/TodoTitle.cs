namespace Todo.Service;

/// <summary>What a title must be, wherever one is given.</summary>
internal static class TodoTitle
{
    public const int MaxLength = 200;

    public static IRuleBuilderOptions<T, string?> IsTodoTitle<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().Must(title => title is null || title.Trim().Length <= MaxLength)
            .WithMessage($"Must have at most {MaxLength} characters.");
}

namespace Todo.Service;

/// <summary>The rules for a title, in every request that has one.</summary>
internal static class TodoTitle
{
    public const int MaxLength = 200;

    public static IRuleBuilderOptions<T, string?> IsTodoTitle<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().Must(title => title is null || title.Trim().Length <= MaxLength)
            .WithMessage($"Must have at most {MaxLength} characters.");
}

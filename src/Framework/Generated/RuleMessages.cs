using FluentValidation.Internal;
using Framework.Problems;
using Framework.Validation;

namespace Framework.Generated;

/// <summary>Writes the messages of one check: without the client's values, with JSON's names, and not more messages than a
/// problem lists.</summary>
internal sealed class RuleMessages : MessageFormatter
{
    /// <summary>The factory that FluentValidation calls. It has only one factory for the whole process.</summary>
    public static readonly Func<MessageFormatter> Factory = static () => new RuleMessages();

    private const string PropertyPath = "PropertyPath";
    private const string ComparisonProperty = "ComparisonProperty";
    private const string ComparisonValue = "ComparisonValue";

    // Stands for a value of the client's in a message of the author's own.
    private const string Hidden = "…";

    private RuleCheck? _check;
    private FieldNames? _names;

    /// <summary>What was written, with FluentValidation's path of the member: empty for a failure that the rules add by
    /// themselves; null where no rule was broken.</summary>
    public List<(string Path, string Message)>? Written { get; private set; }

    /// <summary>Begins to write for a request.</summary>
    public void Begin(RuleCheck check, FieldNames names) => (_check, _names) = (check, names);

    /// <inheritdoc/>
    /// <exception cref="EnoughException">There are more messages than a problem lists.</exception>
    public override string BuildMessage(string messageTemplate)
    {
        // An author's own call of a validator.
        if (_check is null)
            return base.BuildMessage(messageTemplate);
        var path = Text(PropertyPath);
        NameByJson(path, property => _check.FieldOf(property, _names));
        PlaceholderValues[PropertyValue] = Hidden;
        var message = base.BuildMessage(RuleTexts.Of(messageTemplate));
        (Written ??= []).Add((path, message));
        return Written.Count > FieldErrors.Max ? throw new EnoughException() : message;
    }

    // A name that the author chose stays; the one that FluentValidation makes of the member's, "Room Name", is JSON's.
    private void NameByJson(string path, Func<string, string> fieldOf)
    {
        var member = path[(path.LastIndexOf('.') + 1)..];
        if (IsMadeOf(Text(PropertyName), member.Split('[')[0]))
            PlaceholderValues[PropertyName] = fieldOf(path);
        if (Text(ComparisonProperty) is { Length: > 0 } other)
            PlaceholderValues[ComparisonValue] = PlaceholderValues[ComparisonProperty] = fieldOf(path[..^member.Length] + WithoutSpaces(other));
        else if (PlaceholderValues.TryGetValue(ComparisonValue, out var compared) && !_check!.IsAuthors(compared))
            PlaceholderValues[ComparisonValue] = Hidden;
        PlaceholderValues[PropertyPath] = fieldOf(path);
    }

    private static bool IsMadeOf(string name, string member) => WithoutSpaces(name) == member;

    private static string WithoutSpaces(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private string Text(string placeholder) => PlaceholderValues.GetValueOrDefault(placeholder) as string ?? "";
}

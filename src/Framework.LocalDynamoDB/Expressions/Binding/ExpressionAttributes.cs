using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Binding;

/// <summary>
/// The names and values that a request's placeholders stand for, and which of them no expression has used yet.
/// </summary>
internal sealed class ExpressionAttributes(
    IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, AttributeValue> values)
{
    private readonly HashSet<string> _unusedNames = [.. names.Keys];
    private readonly HashSet<string> _unusedValues = [.. values.Keys];

    public IReadOnlyCollection<string> UnusedNames => _unusedNames;

    public IReadOnlyCollection<string> UnusedValues => _unusedValues;

    public string Name(string nameOrPlaceholder)
    {
        if (!nameOrPlaceholder.StartsWith('#'))
            return nameOrPlaceholder;
        if (!names.TryGetValue(nameOrPlaceholder, out var name))
            throw new ExpressionException(
                "An expression attribute name used in the document path is not defined; "
                + $"attribute name: {nameOrPlaceholder}");
        _unusedNames.Remove(nameOrPlaceholder);
        return name;
    }

    public AttributeValue Value(string placeholder)
    {
        if (!values.TryGetValue(placeholder, out var value))
            throw new ExpressionException(
                "An expression attribute value used in expression is not defined; "
                + $"attribute value: {placeholder}");
        _unusedValues.Remove(placeholder);
        return value;
    }
}

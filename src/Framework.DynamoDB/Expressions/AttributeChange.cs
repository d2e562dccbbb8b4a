using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>One change of an update.</summary>
/// <param name="Section">The part of an update expression that it stands in.</param>
/// <param name="Attribute">The name of the item's attribute that it changes, or changes something within.</param>
/// <param name="Write">Writes it.</param>
internal sealed record AttributeChange(string Section, string Attribute, Func<ExpressionWriter, string> Write)
{
    /// <summary>Whether the attribute is afterwards <see cref="Value"/>, whatever it was before.</summary>
    public bool IsAssignment { get; private init; }

    /// <summary>What an assignment sets the attribute to; null for one that removes it.</summary>
    public AttributeValue? Value { get; private init; }

    public static AttributeChange Set(string attribute, AttributeValue value) =>
        new("SET", attribute, writer => $"{writer.Name(attribute)} = {writer.Value(value)}")
        {
            IsAssignment = true,
            Value = value,
        };

    public static AttributeChange Remove(string attribute) =>
        new("REMOVE", attribute, writer => writer.Name(attribute)) { IsAssignment = true };

    /// <summary>Sets a value within an attribute that is a map.</summary>
    /// <param name="path">The attribute's name and those of the maps within it.</param>
    /// <param name="value">The value; null removes it.</param>
    public static AttributeChange Within(IReadOnlyList<string> path, AttributeValue? value) => value is null
        ? new("REMOVE", path[0], writer => Path(writer, path))
        : new("SET", path[0], writer => $"{Path(writer, path)} = {writer.Value(value)}");

    private static string Path(ExpressionWriter writer, IReadOnlyList<string> path) =>
        string.Join('.', path.Select(writer.Name));
}

using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>One change of an update.</summary>
/// <param name="Section">The section of the update expression, such as <c>SET</c>.</param>
/// <param name="Path">The attribute, or the value within it, that changes.</param>
/// <param name="Write">Writes the change in that section.</param>
internal sealed record AttributeChange(string Section, DocumentPath Path, Func<ExpressionWriter, string> Write)
{
    /// <summary>Whether the new value does not depend on the old one.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The name of the attribute that holds the changed value.</summary>
    public string Attribute => Path.Attribute;

    /// <summary>Whether the attribute has <see cref="Value"/> after the change, no matter what it had before.</summary>
    public bool IsAssignment => IsWhole && Path.IsAttribute;

    /// <summary>Whether the change removes the value.</summary>
    public bool IsRemoval => IsWhole && Value is null;

    /// <summary>The value that an assignment sets; null for one that removes it.</summary>
    public AttributeValue? Value { get; private init; }

    public static AttributeChange Set(DocumentPath path, AttributeValue value) =>
        new("SET", path, writer => $"{path.Write(writer)} = {writer.Value(value)}") { IsWhole = true, Value = value };

    public static AttributeChange Remove(DocumentPath path) => new("REMOVE", path, path.Write) { IsWhole = true };
}

using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>DynamoDB cannot store a value: 400. The problem names the attribute.</summary>
/// <param name="attribute">The attribute's name, or the path of a value within it.</param>
/// <param name="message">What a right value is.</param>
/// <param name="inner">What the SDK said.</param>
public sealed class InvalidValueException(string attribute, string message, Exception? inner = null) : ProblemException(
    new Problem(400, "invalid-value", "Invalid value")
    {
        // A long attribute path is cut: the keys of a map may come from the client.
        Errors = Problem.InvalidParameter(attribute, message).Errors,
    },
    inner)
{
    /// <summary>The attribute's name, or the path of a value within it.</summary>
    public string Attribute { get; } = attribute;

    /// <summary>The same error, once the attribute is known.</summary>
    internal InvalidValueException Of(string name) => new(name, message, InnerException);
}

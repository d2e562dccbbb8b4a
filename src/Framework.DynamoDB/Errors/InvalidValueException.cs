using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>DynamoDB cannot store a value: 400, naming its attribute.</summary>
/// <param name="attribute">The attribute's name, or the path of a value within it.</param>
/// <param name="message">What would be right.</param>
/// <param name="inner">What the SDK said.</param>
public sealed class InvalidValueException(string attribute, string message, Exception? inner = null) : ProblemException(
    new Problem(400, "invalid-value", "The value cannot be stored")
    {
        // Cut where it is long: the keys of a map may be the client's.
        Errors = Problem.InvalidParameter(attribute, message).Errors,
    },
    inner)
{
    /// <summary>The attribute's name, or the path of a value within it.</summary>
    public string Attribute { get; } = attribute;

    /// <summary>The same of an attribute that is known by now.</summary>
    internal InvalidValueException Of(string name) => new(name, message, InnerException);
}

using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>A value cannot be a key, or a part of a key: 400. The problem names the value.</summary>
/// <param name="field">The value's name.</param>
/// <param name="message">What a right value is.</param>
public sealed class InvalidKeyException(string field, string message) : ProblemException(
    new Problem(400, "invalid-key", "Invalid key")
    {
        Errors = new Dictionary<string, IReadOnlyList<string>> { [field] = [message] },
    });

using Framework.Problems;

namespace Framework.DynamoDB.Errors;

/// <summary>Another item has the value of an attribute that is unique: 409, naming the attribute.</summary>
/// <param name="table">The table's name.</param>
/// <param name="key">The key of the item to write.</param>
/// <param name="attribute">The attribute's name.</param>
/// <param name="inner">What the SDK said.</param>
public sealed class NotUniqueException(string table, ItemKey key, string attribute, Exception? inner = null)
    : TableException(table, key, ProblemOf(attribute), inner)
{
    /// <summary>The attribute's name.</summary>
    public string Attribute { get; } = attribute;

    private static Problem ProblemOf(string attribute) => new(409, "not-unique", "Value not unique")
    {
        Errors = new Dictionary<string, IReadOnlyList<string>> { [attribute] = ["Is taken."] },
    };
}

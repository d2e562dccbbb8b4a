using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>Collects the aliases of one request. Every name and value in an expression is written as an alias, so that a reserved
/// word or a value is never read as syntax.</summary>
internal sealed class ExpressionWriter
{
    /// <summary>The attribute names by alias; null where there are none, since DynamoDB refuses an empty map.</summary>
    public Dictionary<string, string>? Names { get; private set; }

    /// <summary>The values by alias; null where there are none.</summary>
    public Dictionary<string, AttributeValue>? Values { get; private set; }

    public string Name(string attribute)
    {
        Names ??= [];
        // An expression of at most 4 KB has so few names that a second map would not make it faster.
        foreach (var (known, name) in Names)
            if (name == attribute)
                return known;
        var alias = "#" + Names.Count.ToString(CultureInfo.InvariantCulture);
        Names.Add(alias, attribute);
        return alias;
    }

    public string Value(AttributeValue value)
    {
        Values ??= [];
        var alias = ":" + Values.Count.ToString(CultureInfo.InvariantCulture);
        Values.Add(alias, value);
        return alias;
    }
}

using Amazon.DynamoDBv2.Model;

namespace Framework.DynamoDB.Expressions;

/// <summary>Gathers the aliases of one request: every name and value in an expression is one, so that neither a reserved
/// word nor a value can be taken for syntax.</summary>
internal sealed class ExpressionWriter
{
    private readonly Dictionary<string, string> _aliases = [];

    /// <summary>The attribute names by alias, as a request takes them.</summary>
    public Dictionary<string, string> Names { get; } = [];

    /// <summary>The values by alias; null where there are none, since DynamoDB refuses an empty map.</summary>
    public Dictionary<string, AttributeValue>? Values { get; private set; }

    public string Name(string attribute)
    {
        if (_aliases.TryGetValue(attribute, out var known))
            return known;
        var alias = $"#{_aliases.Count}";
        _aliases.Add(attribute, alias);
        Names.Add(alias, attribute);
        return alias;
    }

    public string Value(AttributeValue value)
    {
        Values ??= [];
        var alias = $":{Values.Count}";
        Values.Add(alias, value);
        return alias;
    }
}

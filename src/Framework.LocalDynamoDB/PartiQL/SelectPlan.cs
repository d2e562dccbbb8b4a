using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Reads;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>How a SELECT reads its table or index: one after the other the partitions that its clause names, or all of it.
/// </summary>
internal sealed class SelectPlan
{
    private readonly Source _source;
    private readonly List<Dictionary<string, AttributeCondition>> _queries;
    private readonly bool _isDescending;

    public SelectPlan(Source source, SelectStatement select)
    {
        _source = source;
        KeyRules.CheckPaths(source.Table, select.Projection ?? []);
        if (select.Where is not null)
            KeyRules.CheckPaths(source.Table, ConditionPaths.Of(select.Where));
        SelectRules.CheckProjected(source, select.Where, select.Projection);
        _queries = [.. Queries(source.Key, select)];
        CheckOrder(select);
        _isDescending = select.Order.Any(term => term.Attribute == source.Key.Range?.Name && term.IsDescending);
        if (select.Order.Count > 0 && select.Order[0].Attribute == source.Key.Hash.Name)
            Sort(select.Order[0].IsDescending);
    }

    /// <summary>How many walks there are.</summary>
    public int Count => Math.Max(1, _queries.Count);

    /// <summary>One of the walks.</summary>
    /// <param name="number">Which of them.</param>
    /// <param name="start">The key that the page before ended at; null for the beginning.</param>
    public Cursor Open(int number, Item? start)
    {
        if (_queries.Count > 0)
            return new QueryPlan(_source, _queries[number], start, _isDescending).ToCursor();
        var cursor = new Cursor(_source);
        if (start is not null)
            cursor.After(_source.Locate(start), withinPartition: false);
        return cursor;
    }

    private static IEnumerable<Dictionary<string, AttributeCondition>> Queries(KeySchema key, SelectStatement select)
    {
        if (key.HasSeveralParts)
            return [];
        var sort = key.Range is { } range ? WhereKey.Sort(range, select.Where) : null;
        return (WhereKey.Partitions(key.Hash, select.Where) ?? []).Select(value =>
        {
            var conditions = new Dictionary<string, AttributeCondition> { [key.Hash.Name] = new("EQ", [value]) };
            if (sort is not null)
                conditions[key.Range!.Name] = sort;
            return conditions;
        });
    }

    private void CheckOrder(SelectStatement select)
    {
        if (select.Order.Count == 0)
            return;
        if (select.Where is null)
            throw DynamoDBException.Validation("Must have WHERE clause in the statement when using ORDER BY clause.");
        if (_queries.Count == 0)
            throw DynamoDBException.Validation(
                "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
        foreach (var term in select.Order)
        {
            if (_source.Key.Attributes.All(attribute => attribute.Name != term.Attribute))
                throw DynamoDBException.Validation(
                    $"Variable reference {term.Attribute} in ORDER BY clause must be part of the primary key");
        }
    }

    private void Sort(bool isDescending)
    {
        var name = _source.Key.Hash.Name;
        _queries.Sort((one, two) => (ValueOrder.Compare(one[name].Values[0], two[name].Values[0]) ?? 0) * (isDescending ? -1 : 1));
    }
}

using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>A Query, checked against the key of its table or index in the service's order.</summary>
internal sealed class QueryPlan(
    Source source, IReadOnlyDictionary<string, AttributeCondition> keys, Item? start, bool isDescending)
{
    /// <summary>The number of attributes of every key, except some of global indexes.</summary>
    public const int MaxConditions = 2;

    private const string InvalidStart = "The provided starting key is invalid";

    private KeyRange Range
    {
        get
        {
            AttributeCondition[] conditions = [.. source.Key.Ranges
                .Select(attribute => keys.GetValueOrDefault(attribute.Name)).OfType<AttributeCondition>()];
            return source.Key.MoreRanges is not null ? KeyRange.OfParts(conditions)
                : conditions is [var condition] ? KeyRange.Of(condition)
                : KeyRange.All;
        }
    }

    public static DynamoDBException TooManyConditions() =>
        DynamoDBException.Validation("Conditions can be of length 1 or 2 only");

    public void Check()
    {
        if (start is not null && start.Count != source.PositionNames.Count)
            throw DynamoDBException.Validation(InvalidStart);
        if (source.Key.HasSeveralParts)
            SeveralPartsRules.Check(source.Key, keys);
        else if (keys.Count > MaxConditions)
            throw TooManyConditions();
        foreach (var attribute in source.Key.Attributes)
            CheckKeyAttribute(attribute);
        if (start is not null)
            CheckStart(start);
    }

    public void RefuseKeyAttributes(Condition filter, string parameter)
    {
        HashSet<string> filtered = [.. ConditionPaths.Of(filter).Select(path => path.Head)];
        foreach (var attribute in source.Key.Attributes)
            if (filtered.Contains(attribute.Name))
                throw DynamoDBException.Validation($"{parameter} can only contain non-primary key attributes: "
                    + $"Primary key attribute: {attribute.Name}");
    }

    public Cursor ToCursor()
    {
        var cursor = new Cursor(source) { IsDescending = isDescending };
        cursor.Where("hash", "=", KeyCodec.LocatePartition(source.Key, ValueOf));
        var range = Range;
        // The start lies within the range, so it replaces the bound that the walk comes from.
        if (range.Lower is not null && (start is null || isDescending))
            cursor.Where("range", range.IncludesLower ? ">=" : ">", range.Lower);
        if (range.Upper is not null && (start is null || !isDescending))
            cursor.Where("range", range.IncludesUpper ? "<=" : "<", range.Upper);
        if (start is not null)
            cursor.After(source.Locate(start), withinPartition: true);
        return cursor;
    }

    private void CheckKeyAttribute(KeyAttribute attribute)
    {
        var isHash = source.Key.IsHash(attribute);
        if (start is not null)
        {
            if (!start.ContainsKey(attribute.Name))
                throw DynamoDBException.Validation(InvalidStart);
            KeyRules.CheckKeyAttribute(source.Key, attribute, start);
        }

        if (isHash && !source.Key.HasSeveralParts && source.Key.Range is null && keys.Count > 1)
            throw DynamoDBException.Validation("Query key condition not supported");
        if (!keys.TryGetValue(attribute.Name, out var condition))
        {
            if (!source.Key.HasSeveralParts && (isHash || keys.Count > 1))
                throw DynamoDBException.Validation($"Query condition missed key schema element: {attribute.Name}");
            return;
        }

        if (condition.Operator is "NULL" or "NOT_NULL" or "NE" or "CONTAINS" or "NOT_CONTAINS" or "IN")
            throw DynamoDBException.Validation("Attempted conditional constraint is not an indexable operation");
        if (condition.Values.Any(value => value.Type != attribute.Type))
            throw DynamoDBException.Validation(
                "One or more parameter values were invalid: Condition parameter type does not match schema type");
        if (isHash && condition.Operator != "EQ")
            throw DynamoDBException.Validation("Query key condition not supported");
        foreach (var value in condition.Values)
        {
            KeyRules.CheckNotEmpty(source.Index, attribute, value);
            KeyRules.CheckSize(source.Key, attribute, value);
        }
    }

    private void CheckStart(Item position)
    {
        StartKey.CheckTablePart(source.Table, position);
        var samePartition = source.Key.Hashes.All(hash => position[hash.Name].Equals(ValueOf(hash.Name)));
        if (source.Key.Range is { } range && keys.ContainsKey(range.Name))
        {
            if (!Range.Contains(KeyCodec.Locate(source.Key, position).Range))
                throw DynamoDBException.Validation(
                    "The provided starting key does not match the range key predicate");
            if (!samePartition)
                throw DynamoDBException.Validation(
                    "The query can return at most one row and cannot be restarted");
        }
        else if (!samePartition)
        {
            throw DynamoDBException.Validation(
                "The provided starting key is outside query boundaries based on provided conditions");
        }

        // Where only one item is possible, nothing can follow it.
        if (source.Index is null && source.Key.Range is null)
            throw DynamoDBException.Validation("The provided exclusive start key is invalid: ExclusiveStartKey: "
                + $"{{{source.Key.Hash.Name}={ValueText.Describe(ValueOf(source.Key.Hash.Name))}}}");
    }

    /// <summary>The value that an attribute of the partition key must have.</summary>
    private AttributeValue ValueOf(string name) => keys[name].Values[0];
}

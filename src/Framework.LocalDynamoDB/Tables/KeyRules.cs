using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>The rules of a table for keys, items and updates, in the service's order.</summary>
internal static class KeyRules
{
    /// <summary>Bytes (developer guide, "Quotas").</summary>
    private const int MaxHashSize = 2048;

    private const int MaxRangeSize = 1024;

    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Mismatch = "The provided key element does not match the schema";

    public static void CheckKey(KeySchema schema, Item key)
    {
        if (key.Count != schema.Attributes.Count())
            throw DynamoDBException.Validation(Mismatch);
        foreach (var attribute in schema.Attributes)
            CheckKeyAttribute(schema, attribute, key);
    }

    public static void CheckKeyAttribute(KeySchema schema, KeyAttribute attribute, Item key)
    {
        if (!key.TryGetValue(attribute.Name, out var value) || value.Type != attribute.Type)
            throw DynamoDBException.Validation(Mismatch);
        if (IsEmpty(value))
            throw DynamoDBException.Validation($"{Invalid}The AttributeValue for a key attribute "
                + $"cannot contain an empty {Kind(value)} value. Key: {attribute.Name}");
        CheckSize(schema, attribute, value);
    }

    public static void CheckItem(Table table, Item item)
    {
        foreach (var attribute in table.Key.Attributes)
        {
            if (!item.TryGetValue(attribute.Name, out var value))
                throw DynamoDBException.Validation($"{Invalid}Missing the key {attribute.Name} in the item");
            if (value.Type != attribute.Type)
                throw DynamoDBException.Validation($"{Invalid}Type mismatch for key {attribute.Name} "
                    + $"expected: {attribute.Type} actual: {value.Type}");
            CheckNotEmpty(null, attribute, value);
            CheckSize(table.Key, attribute, value);
        }

        foreach (var (index, attribute) in IndexKeys(table))
            if (item.TryGetValue(attribute.Name, out var value))
                CheckIndexKey(index, attribute, value);
        CheckWholeKeys(table, item);
    }

    public static void CheckUpdates(Table table, IReadOnlyList<UpdateAction> actions)
    {
        foreach (var attribute in table.Key.Attributes)
            if (actions.Any(action => action.Path.Head == attribute.Name))
                throw DynamoDBException.Validation(
                    $"{Invalid}Cannot update attribute {attribute.Name}. This attribute is part of the key");
        foreach (var (index, attribute) in IndexKeys(table))
            if (actions.FirstOrDefault(action => !action.Path.IsNested && action.Path.Head == attribute.Name)
                is { Value: { } operand })
                CheckIndexOperand(index, attribute, operand);
        CheckPaths(table, actions.Select(action => action.Path).Concat(actions
            .Where(action => action.Value is not null)
            .SelectMany(action => SyntaxWalk.Operands(action.Value!))
            .OfType<PathOperand>().Select(operand => operand.Path)));
    }

    /// <summary>After an update: an index key may be absent, but not empty or of another type.</summary>
    public static void CheckUpdated(Table table, Item item)
    {
        foreach (var (index, attribute) in IndexKeys(table))
        {
            if (!item.TryGetValue(attribute.Name, out var value))
                continue;
            if (value.Type != attribute.Type)
                throw DynamoDBException.Validation(
                    "The update expression attempted to update the secondary index key to unsupported type");
            if (IsEmpty(value))
                throw DynamoDBException.Validation("One or more parameter values are not valid. The update expression "
                    + "attempted to update a secondary index key to a value that is not supported. The AttributeValue "
                    + $"for a key attribute cannot contain an empty {Kind(value)} value.");
            CheckSize(index.Definition.Key, attribute, value);
        }

        CheckWholeKeys(table, item);
    }

    /// <summary>Whether an index holds the item. Items that are older than the index may have values that it cannot
    /// hold.</summary>
    public static bool Fits(KeySchema schema, Item item) =>
        schema.Attributes.All(attribute =>
            item.TryGetValue(attribute.Name, out var value) && value.Type == attribute.Type && !IsEmpty(value))
        && SizeOf(schema.Hashes, item) <= MaxHashSize && SizeOf(schema.Ranges, item) <= MaxRangeSize;

    /// <summary>No expression may use a path inside a key attribute.</summary>
    public static void CheckPaths(Table table, IEnumerable<DocumentPath> paths)
    {
        HashSet<string> nested = [.. paths.Where(path => path.IsNested).Select(path => path.Head)];
        if (nested.Count == 0)
            return;
        foreach (var attribute in table.Key.Attributes)
            if (nested.Contains(attribute.Name))
                throw NotScalar("Key", attribute);
        foreach (var (_, attribute) in IndexKeys(table))
            if (nested.Contains(attribute.Name))
                throw NotScalar("IndexKey", attribute);
    }

    /// <summary>No value of the table's key may be empty, where it has the right type.</summary>
    public static void CheckNotEmpty(KeySchema schema, Item key)
    {
        foreach (var attribute in schema.Attributes)
            if (key.TryGetValue(attribute.Name, out var value) && value.Type == attribute.Type)
                CheckNotEmpty(null, attribute, value);
    }

    /// <summary>No value of any key may be empty in an item.</summary>
    public static void CheckNotEmpty(Table table, Item item)
    {
        CheckNotEmpty(table.Key, item);
        foreach (var (index, attribute) in IndexKeys(table))
            if (item.TryGetValue(attribute.Name, out var value) && value.Type == attribute.Type)
                CheckNotEmpty(index, attribute, value);
    }

    /// <summary>No index key may be given an empty value, of another type neither.</summary>
    public static void CheckNotEmpty(Table table, IReadOnlyList<UpdateAction> actions)
    {
        foreach (var (index, attribute) in IndexKeys(table))
            if (actions.FirstOrDefault(action => !action.Path.IsNested && action.Path.Head == attribute.Name)
                is { Value: ConstantOperand { Value: var value } })
                CheckNotEmpty(index, attribute, value);
    }

    /// <param name="index">The index of the key, or null where it is the table's.</param>
    /// <param name="attribute">The key's attribute.</param>
    /// <param name="value">The value in an item or in a query.</param>
    public static void CheckNotEmpty(SecondaryIndex? index, KeyAttribute attribute, AttributeValue value)
    {
        if (!IsEmpty(value))
            return;
        var rule = $"The AttributeValue for a key attribute cannot contain an empty {Kind(value)} value. ";
        throw DynamoDBException.Validation("One or more parameter values are not valid. " + (index is null
            ? $"{rule}Key: {attribute.Name}"
            : "A value specified for a secondary index key is not supported. "
                + $"{rule}IndexName: {index.Definition.Name}, IndexKey: {attribute.Name}"));
    }

    public static void CheckSize(KeySchema schema, KeyAttribute attribute, AttributeValue value) =>
        CheckSize(SizeOf(value), schema.IsHash(attribute));

    private static IEnumerable<(SecondaryIndex Index, KeyAttribute Attribute)> IndexKeys(Table table) =>
        table.Indexes.OrderByDescending(index => index.Definition.IsGlobal)
            .SelectMany(index => index.Definition.Key.Attributes
                .Where(attribute => index.Definition.IsGlobal || attribute != index.Definition.Key.Hash)
                .Select(attribute => (index, attribute)));

    private static void CheckIndexOperand(SecondaryIndex index, KeyAttribute attribute, Operand operand)
    {
        if (operand is ConstantOperand constant)
            CheckIndexKey(index, attribute, constant.Value);
        else if (UpdateBinder.TypeOf(operand) is { } type)
            CheckIndexType(index, attribute, type);
    }

    private static void CheckIndexType(SecondaryIndex index, KeyAttribute attribute, AttributeType type)
    {
        if (type != attribute.Type)
            throw DynamoDBException.Validation($"{Invalid}Type mismatch for Index Key {attribute.Name} "
                + $"Expected: {attribute.Type} Actual: {type} IndexName: {index.Definition.Name}");
    }

    private static void CheckIndexKey(SecondaryIndex index, KeyAttribute attribute, AttributeValue value)
    {
        CheckIndexType(index, attribute, value.Type);
        CheckNotEmpty(index, attribute, value);
        CheckSize(index.Definition.Key, attribute, value);
    }

    /// <summary>The attributes of a key may be short enough one by one, but not together.</summary>
    private static void CheckWholeKeys(Table table, Item item)
    {
        foreach (var key in table.Indexes.Select(index => index.Definition.Key).Where(key => key.HasSeveralParts))
        {
            CheckSize(SizeOf(key.Hashes, item), isHash: true);
            CheckSize(SizeOf(key.Ranges, item), isHash: false);
        }
    }

    private static void CheckSize(int size, bool isHash)
    {
        if (isHash && size > MaxHashSize)
            throw DynamoDBException.Validation(
                $"{Invalid}Size of hashkey has exceeded the maximum size limit of2048 bytes");
        if (!isHash && size > MaxRangeSize)
            throw DynamoDBException.Validation(
                $"{Invalid}Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }

    private static int SizeOf(IEnumerable<KeyAttribute> attributes, Item item) =>
        attributes.Sum(attribute => item.TryGetValue(attribute.Name, out var value) ? SizeOf(value) : 0);

    /// <summary>Numbers are never too long.</summary>
    private static int SizeOf(AttributeValue value) => value is NumberValue ? 0 : value.Size;

    private static bool IsEmpty(AttributeValue value) =>
        value is StringValue { Text.Length: 0 } or BinaryValue { Bytes.Length: 0 };

    private static string Kind(AttributeValue value) => value is StringValue ? "string" : "binary";

    private static DynamoDBException NotScalar(string kind, KeyAttribute attribute) => DynamoDBException.Validation(
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
        + $"{kind}: {attribute.Name}");
}

using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>Reads the KeySchema of a table or an index and checks it against the attribute definitions.</summary>
internal static class KeySchemaReader
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Hash = "HASH";
    private const string Range = "RANGE";

    public static KeySchema Read(JsonElement owner, IReadOnlyList<KeyAttribute> attributes)
    {
        JsonElement[] elements = [.. owner.Elements("KeySchema")];
        if (elements.Length > attributes.Count)
            throw DynamoDBException.Validation("Invalid KeySchema: Some index key attribute have no definition");
        return ReadKnown(elements, attributes, isGlobal: false);
    }

    /// <summary>An index may have more key attributes than there are definitions before this finds the missing one.</summary>
    public static KeySchema ReadIndex(JsonElement index, IReadOnlyList<KeyAttribute> attributes, bool isGlobal) =>
        ReadKnown([.. index.Elements("KeySchema")], attributes, isGlobal);

    private static KeySchema ReadKnown(JsonElement[] elements, IReadOnlyList<KeyAttribute> attributes, bool isGlobal)
    {
        string[] names = [.. elements.Select(element => element.Text("AttributeName")!)];
        string[] types = [.. elements.Select(element => element.Text("KeyType")!)];
        if (names.Any(name => attributes.All(attribute => attribute.Name != name)))
            throw DynamoDBException.Validation(
                $"{Invalid}Some index key attributes are not defined in "
                + $"AttributeDefinitions. Keys: [{string.Join(", ", names)}], "
                + $"AttributeDefinitions: [{string.Join(", ", attributes.Select(attribute => attribute.Name))}]");
        if (names.Distinct().Count() < names.Length)
            throw DynamoDBException.Validation(names.Length == 2
                ? "Both the Hash Key and the Range Key element in the KeySchema have the same name"
                : "The KeySchema contains multiple key attributes with the same name");
        if (types[0] != Hash)
            throw DynamoDBException.Validation(
                "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        if (types.Skip(1).Any(type => type != Range && !(isGlobal && type == Hash)))
            throw DynamoDBException.Validation(
                "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        if (types.SkipWhile(type => type == Hash).Contains(Hash))
            throw DynamoDBException.Validation(
                $"{Invalid}All HASH key attributes must precede RANGE key attributes in the KeySchema");
        var (hashes, ranges) = (Find(Hash), Find(Range));
        return new(hashes[0], ranges.FirstOrDefault(), More(hashes), More(ranges));

        KeyAttribute[] Find(string type)
        {
            var parts = names.Where((_, i) => types[i] == type).ToArray();
            if (parts.Length > KeySchema.MaxParts)
                throw DynamoDBException.Validation(
                    $"{Invalid}The KeySchema exceeds the maximum allowed number of {type} key attributes");
            return [.. parts.Select(name => attributes.First(attribute => attribute.Name == name))];
        }
    }

    private static KeyAttribute[]? More(KeyAttribute[] parts) => parts.Length > 1 ? parts[1..] : null;
}

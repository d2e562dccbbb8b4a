using System.Text.Json;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Tables;

namespace Framework.Local.DynamoDB.Operations;

/// <summary>Reads the KeySchema of a table or an index and holds it against the attribute definitions.</summary>
internal static class KeySchemaReader
{
    public static KeySchema Read(JsonElement owner, IReadOnlyList<KeyAttribute> attributes)
    {
        JsonElement[] elements = [.. owner.Elements("KeySchema")];
        if (elements.Length > attributes.Count)
            throw DynamoDBException.Validation("Invalid KeySchema: Some index key attribute have no definition");
        return ReadKnown(elements, attributes);
    }

    /// <summary>An index may have more key attributes than there are definitions before this finds the missing one.</summary>
    public static KeySchema ReadIndex(JsonElement index, IReadOnlyList<KeyAttribute> attributes) =>
        ReadKnown([.. index.Elements("KeySchema")], attributes);

    private static KeySchema ReadKnown(JsonElement[] elements, IReadOnlyList<KeyAttribute> attributes)
    {
        string[] names = [.. elements.Select(element => element.Text("AttributeName")!)];
        if (names.Any(name => attributes.All(attribute => attribute.Name != name)))
            throw DynamoDBException.Validation(
                "One or more parameter values were invalid: Some index key attributes are not defined in "
                + $"AttributeDefinitions. Keys: [{string.Join(", ", names)}], "
                + $"AttributeDefinitions: [{string.Join(", ", attributes.Select(attribute => attribute.Name))}]");
        if (names.Length == 2 && names[0] == names[1])
            throw DynamoDBException.Validation(
                "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        if (elements[0].Text("KeyType") != "HASH")
            throw DynamoDBException.Validation(
                "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        if (elements.Length == 2 && elements[1].Text("KeyType") != "RANGE")
            throw DynamoDBException.Validation(
                "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        return new(Find(names[0]), names.Length == 2 ? Find(names[1]) : null);

        KeyAttribute Find(string name) => attributes.First(attribute => attribute.Name == name);
    }
}

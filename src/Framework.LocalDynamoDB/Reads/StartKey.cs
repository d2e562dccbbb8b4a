using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>Reads and checks ExclusiveStartKey.</summary>
internal static class StartKey
{
    private const string Invalid = "The provided starting key is invalid";

    /// <summary>The checks that do not need the table. Only some errors have their own first sentence.</summary>
    public static Item? Read(JsonElement request)
    {
        if (request.Member("ExclusiveStartKey") is not { } json)
            return null;
        if (AttributeValueParser.ParseItem(json, out var key) is not { } fault)
            return key;
        throw DynamoDBException.Validation(StandsAlone(fault) ? fault : $"{Invalid}: {fault}");
    }

    /// <summary>The part of the key that belongs to the table itself.</summary>
    public static void CheckTablePart(Table table, Item start)
    {
        try
        {
            KeyRules.CheckKey(table.Key, start.Only(table.Key.Attributes.Select(attribute => attribute.Name)));
        }
        catch (DynamoDBException exception)
        {
            throw DynamoDBException.Validation($"{Invalid}: {exception.Message}");
        }
    }

    public static void CheckIndexPart(Source source, Item start)
    {
        foreach (var attribute in source.Key.Attributes)
        {
            if (!start.ContainsKey(attribute.Name))
                throw DynamoDBException.Validation(Invalid);
            KeyRules.CheckKeyAttribute(source.Key, attribute, start);
        }
    }

    private static bool StandsAlone(string fault) =>
        ((string[])["contains duplicates", "number set", "numeric value", "significant digits", "number with magnitude"])
        .Any(part => fault.Contains(part, StringComparison.Ordinal));
}

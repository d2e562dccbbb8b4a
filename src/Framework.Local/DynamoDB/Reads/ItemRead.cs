using System.Text.Json;
using Framework.Local.DynamoDB.Expressions;
using Framework.Local.DynamoDB.Expressions.Evaluation;
using Framework.Local.DynamoDB.Expressions.Syntax;
using Framework.Local.DynamoDB.Protocol;
using Framework.Local.DynamoDB.Storage;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Validation;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Reads;

/// <summary>Reads one item by its key.</summary>
internal sealed class ItemRead(string tableName, Item key, IReadOnlyList<DocumentPath>? projection)
    : ItemRequest(tableName)
{
    public Item Key { get; } = key;

    /// <summary>Projection of a request, or of a part of one, in the new or the older style.</summary>
    public static IReadOnlyList<DocumentPath>? ReadProjection(JsonElement request)
    {
        var attributesToGet = RequestValues.AttributesToGet(request);
        return RequestExpressions.ParseProjection(request) ?? attributesToGet;
    }

    public override void Check(Table table)
    {
        KeyRules.CheckKey(table.Key, Key);
        KeyRules.CheckPaths(table, projection ?? []);
    }

    public override ItemKey Locate(Table table) => table.Locate(Key);

    public StoredItem? Run(Session session, Table table) => table.Get(session, Locate(table));

    public void Write(Utf8JsonWriter json, StoredItem item)
    {
        if (projection is null)
            json.WriteRawValue(item.Encoded, skipInputValidation: true);
        else
            AttributeValueWriter.WriteItem(json, Projector.Project(projection, item.Item));
    }

    /// <summary>A key without an item costs as much as the smallest item.</summary>
    public static double Units(StoredItem? item, bool isConsistent) =>
        ConsumedCapacity.Read(Math.Max(1, item?.Size ?? 0), isConsistent);
}

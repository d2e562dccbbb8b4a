using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Legacy;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Storage;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>Reads one item by its key.</summary>
internal sealed class ItemRead(string tableName, Item key, IReadOnlyList<DocumentPath>? projection)
    : ItemRequest(tableName)
{
    public Item Key { get; } = key;

    /// <summary>Projection of a request, or of a part of one, in the new or the older style.</summary>
    public static IReadOnlyList<DocumentPath>? ReadProjection(JsonElement request)
    {
        var attributesToGet = AttributesToGet.Read(request);
        return RequestExpressions.ParseProjection(request) ?? attributesToGet;
    }

    public override void Check(Table table)
    {
        KeyRules.CheckKey(table.Key, Key);
        KeyRules.CheckPaths(table, projection ?? []);
    }

    public override void CheckNotEmpty(Table table) => KeyRules.CheckNotEmpty(table.Key, Key);

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

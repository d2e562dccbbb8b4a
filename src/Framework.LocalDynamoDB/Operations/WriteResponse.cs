using System.Text.Json;
using Framework.LocalDynamoDB.Capacity;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;
using Framework.LocalDynamoDB.Writes;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>The response of PutItem, UpdateItem and DeleteItem: the attributes asked for and the capacity.</summary>
internal static class WriteResponse
{
    public static void Write(
        Utf8JsonWriter json, JsonElement request, WriteResult result, IEnumerable<DocumentPath>? updated = null)
    {
        json.WriteStartObject();
        WriteAttributes(json, request.Text("ReturnValues"), result, updated);
        if (request.Text("ReturnConsumedCapacity") is ("TOTAL" or "INDEXES") and var mode)
            ConsumedCapacity.Write(json, mode, WriteCapacity.Of(result));
        if (request.Text("ReturnItemCollectionMetrics") == "SIZE" && HasItemCollections(result.Table)
            && (result.After ?? result.Before) is not null)
        {
            json.WritePropertyName("ItemCollectionMetrics");
            WriteItemCollectionMetrics(json, result);
        }

        json.WriteEndObject();
    }

    /// <summary>Only tables with local indexes have item collections.</summary>
    public static bool HasItemCollections(Table table) => table.Indexes.Any(index => !index.Definition.IsGlobal);

    public static void WriteItemCollectionMetrics(Utf8JsonWriter json, WriteResult result)
    {
        json.WriteStartObject();
        if ((result.After ?? result.Before) is { } item)
        {
            json.WritePropertyName("ItemCollectionKey");
            AttributeValueWriter.WriteItem(json, item.Item.Only([result.Table.Key.Hash.Name]));
        }

        json.WriteStartArray("SizeEstimateRangeGB");
        json.WriteNumberValue(0);
        json.WriteNumberValue(1);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAttributes(
        Utf8JsonWriter json, string? returnValues, WriteResult result, IEnumerable<DocumentPath>? updated)
    {
        var stored = returnValues switch
        {
            "ALL_OLD" or "UPDATED_OLD" => result.Before,
            "ALL_NEW" or "UPDATED_NEW" => result.After,
            _ => null,
        };
        if (stored is null)
            return;
        if (returnValues is "ALL_OLD" or "ALL_NEW")
        {
            json.WritePropertyName("Attributes");
            json.WriteRawValue(stored.Encoded, skipInputValidation: true);
            return;
        }

        var attributes = Projector.Project([.. updated ?? []], stored.Item);
        if (attributes.Count == 0)
            return;
        json.WritePropertyName("Attributes");
        AttributeValueWriter.WriteItem(json, attributes);
    }
}

using System.Text.Json;
using Framework.Local.DynamoDB.Expressions.Evaluation;
using Framework.Local.DynamoDB.Expressions.Syntax;
using Framework.Local.DynamoDB.Tables;
using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Reads;

/// <summary>What GetItem, BatchGetItem and TransactGetItems do with one key.</summary>
internal static class PointRead
{
    /// <summary>AttributesToGet as paths.</summary>
    public static IReadOnlyList<DocumentPath>? ToPaths(IReadOnlyList<string>? attributesToGet) =>
        attributesToGet is null ? null : [.. attributesToGet.Select(DocumentPath.Of)];

    public static void WriteItem(Utf8JsonWriter json, StoredItem item, IReadOnlyList<DocumentPath>? projection)
    {
        if (projection is null)
            json.WriteRawValue(item.Encoded, skipInputValidation: true);
        else
            AttributeValueWriter.WriteItem(json, Projector.Project(projection, item.Item));
    }
}

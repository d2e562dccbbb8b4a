using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Evaluation;

/// <summary>Follows document paths into an item.</summary>
internal static class PathReader
{
    public static AttributeValue? Read(DocumentPath path, Item item) => Read(path, path.Elements.Count, item);

    /// <summary>Reads what the first <paramref name="length"/> elements of the path lead to.</summary>
    public static AttributeValue? Read(DocumentPath path, int length, Item item)
    {
        var value = item.GetValueOrDefault(path.Head);
        for (var i = 1; i < length && value is not null; i++)
            value = Step(value, path.Elements[i]);
        return value;
    }

    private static AttributeValue? Step(AttributeValue value, PathElement element) => value switch
    {
        MapValue map when !element.IsIndex => map.Members.GetValueOrDefault(element.Name!),
        ListValue list when element.IsIndex && element.Index < list.Elements.Count => list.Elements[element.Index],
        _ => null,
    };
}

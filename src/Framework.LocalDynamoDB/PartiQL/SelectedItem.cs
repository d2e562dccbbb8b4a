using System.Globalization;
using Framework.LocalDynamoDB.Expressions.Binding;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>What a SELECT gives of an item. A path's value is named by the path's last step: <c>a.b.c</c> is <c>c</c>, and
/// a list's element <c>a.b[2]</c> is <c>b[2]</c>, with the rest of the path inside.</summary>
internal static class SelectedItem
{
    public static void Check(IReadOnlyList<DocumentPath> projection)
    {
        if (projection.GroupBy(NameOf).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw DynamoDBException.Validation($"Duplicate identifiers in select clause: {twice.Key}");
        ExpressionRules.CheckOverlap(projection);
    }

    public static Item Of(Item item, IReadOnlyList<DocumentPath>? projection)
    {
        if (projection is null)
            return item;
        var selected = new Item();
        foreach (var path in projection)
        {
            var (head, rest) = Split(path);
            if (PathReader.Read(path, item) is null || PathReader.Read(head, item) is not { } value)
                continue;
            var name = NameOf(path);
            selected[name] = rest.Count == 0 ? value : Projector.Project([new([PathElement.Of(name), .. rest])], new Item { [name] = value })[name];
        }
        return selected;
    }

    private static string NameOf(DocumentPath path)
    {
        var elements = Split(path).Head.Elements;
        return elements[^1].IsIndex ? string.Create(CultureInfo.InvariantCulture, $"{elements[^2].Name}[{elements[^1].Index}]") : elements[^1].Name!;
    }

    // Up to the first index, and after it.
    private static (DocumentPath Head, IReadOnlyList<PathElement> Tail) Split(DocumentPath path)
    {
        var end = path.Elements.TakeWhile(element => !element.IsIndex).Count() + 1;
        return (new([.. path.Elements.Take(end)]), [.. path.Elements.Skip(end)]);
    }
}

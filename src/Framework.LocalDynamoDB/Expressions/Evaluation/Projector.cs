using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Evaluation;

/// <summary>Copies the projected parts of an item. Where list elements are left out, the others move together.</summary>
internal static class Projector
{
    public static Item Project(IReadOnlyList<DocumentPath> paths, Item item)
    {
        var root = new Node();
        foreach (var path in paths)
            if (PathReader.Read(path, item) is { } value)
                root.Place(path, value);
        return root.ToItem(item);
    }

    /// <summary>A whole value, or the projected parts of a map or list.</summary>
    private sealed class Node
    {
        private readonly Dictionary<PathElement, Node> _parts = [];
        private AttributeValue? _whole;

        public void Place(DocumentPath path, AttributeValue value)
        {
            var node = this;
            foreach (var element in path.Elements)
            {
                if (!node._parts.TryGetValue(element, out var next))
                    node._parts[element] = next = new Node();
                node = next;
            }

            node._whole = value;
        }

        public Item ToItem(Item source)
        {
            var result = new Item();
            foreach (var (element, part) in _parts)
                result[element.Name!] = part.ToValue(source[element.Name!]);
            return result;
        }

        private AttributeValue ToValue(AttributeValue source) => (_whole, source) switch
        {
            ({ } whole, _) => whole,
            (_, MapValue map) => new MapValue(ToItem(map.Members)),
            (_, ListValue list) => new ListValue(
                [.. _parts.OrderBy(pair => pair.Key.Index)
                    .Select(pair => pair.Value.ToValue(list.Elements[pair.Key.Index]))]),
            _ => source,
        };
    }
}

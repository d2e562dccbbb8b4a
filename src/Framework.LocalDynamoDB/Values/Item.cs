using System.Text;

namespace Framework.LocalDynamoDB.Values;

/// <summary>Attributes by name: an item, a key, or the inside of a map.</summary>
internal sealed class Item : Dictionary<string, AttributeValue>
{
    public Item()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>DynamoDB's size of the item: UTF-8 names and values.</summary>
    public int Size
    {
        get
        {
            var size = 0;
            foreach (var (name, value) in this)
                size += Encoding.UTF8.GetByteCount(name) + value.Size;
            return size;
        }
    }

    public Item Copy()
    {
        var copy = new Item();
        foreach (var (name, value) in this)
            copy[name] = value.Copy();
        return copy;
    }

    /// <summary>Only the named attributes, as far as they exist.</summary>
    public Item Only(IEnumerable<string> names)
    {
        var part = new Item();
        foreach (var name in names)
            if (TryGetValue(name, out var value))
                part[name] = value;
        return part;
    }

    public bool HasSameAs(Item other) =>
        Count == other.Count
        && this.All(pair => other.TryGetValue(pair.Key, out var value) && pair.Value.Equals(value));
}

using System.Buffers;
using System.Text;

namespace Framework.Http;

/// <summary>A request's headers, looked up without case and decoded only when asked for.</summary>
public sealed class RequestHeaders
{
    private ReadOnlyMemory<byte> _json;
    private HeaderField[] _fields = [];
    private int _count;

    internal RequestHeaders()
    {
    }

    /// <summary>The names, as the client or the gateway wrote them.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, _count).Select(index => _fields[index].Name.Decode(_json));

    /// <summary>A header's value. Values of a repeated header are joined by a comma. Cookies are in
    /// <see cref="Request.Cookies"/>.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <returns>The value; null where the request has none.</returns>
    public string? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            var index = Find(name, 0);
            if (index < 0)
                return null;
            var value = _fields[index].Value.Decode(_json);
            index = Find(name, index + 1);
            return index < 0 ? value : Join(value, name, index);
        }
    }

    /// <summary>Whether the request has a header.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public bool Contains(string name) => Find(name, 0) >= 0;

    internal bool IsEmpty => _count == 0;

    internal void Read(ReadOnlyMemory<byte> json) => _json = json;

    internal void Add(HeaderField field)
    {
        if (_count == _fields.Length)
            Grow();
        _fields[_count++] = field;
    }

    internal void Release()
    {
        if (_fields.Length > 0)
            ArrayPool<HeaderField>.Shared.Return(_fields);
        (_json, _fields, _count) = (default, [], 0);
    }

    private int Find(string name, int from)
    {
        var fields = _fields.AsSpan(0, _count);
        for (var index = from; index < fields.Length; index++)
        {
            // Most names differ in their length already.
            ref readonly var field = ref fields[index];
            if ((field.Name.Length == name.Length || field.Name.IsEscaped) && IsNamed(field.Name, name))
                return index;
        }
        return Ascii.IsValid(name) ? -1 : FindDecoded(name, from);
    }

    // Such a name is not one of HTTP's, but an event may hold it, and then Names gives it.
    private int FindDecoded(string name, int from)
    {
        for (var index = from; index < _count; index++)
        {
            if (string.Equals(_fields[index].Name.Decode(_json), name, StringComparison.OrdinalIgnoreCase))
                return index;
        }
        return -1;
    }

    private string Join(string first, string name, int index)
    {
        var joined = new StringBuilder(first);
        for (; index >= 0; index = Find(name, index + 1))
            joined.Append(',').Append(_fields[index].Value.Decode(_json));
        return joined.ToString();
    }

    private bool IsNamed(JsonText text, string name) => text.IsEscaped
        ? string.Equals(text.Decode(_json), name, StringComparison.OrdinalIgnoreCase)
        : text.Length == name.Length && Ascii.EqualsIgnoreCase(text.Raw(_json), name);

    private void Grow()
    {
        var larger = ArrayPool<HeaderField>.Shared.Rent(Math.Max(32, _fields.Length * 2));
        _fields.AsSpan(0, _count).CopyTo(larger);
        if (_fields.Length > 0)
            ArrayPool<HeaderField>.Shared.Return(_fields);
        _fields = larger;
    }
}

using System.Collections;

namespace Framework.Http;

/// <summary>A response's headers, in the order they were set.</summary>
public sealed class ResponseHeaders : IReadOnlyCollection<ResponseHeader>
{
    private readonly List<ResponseHeader> _headers = new(4);

    /// <inheritdoc/>
    public int Count => _headers.Count;

    /// <summary>A header's value. Setting one replaces it; setting null removes it.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <exception cref="ArgumentException">The name or value holds a line break or another control character.</exception>
    public string? this[string name]
    {
        get => Find(name) is >= 0 and var index ? _headers[index].Value : null;
        set
        {
            var header = value is null ? default : Checked(name, value);
            Remove(name);
            if (value is not null)
                _headers.Add(header);
        }
    }

    /// <summary>Joins a value to a header's list, unless it holds the value already.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="value">One element of the list.</param>
    public void Append(string name, string value)
    {
        var known = this[name];
        if (known is null)
            this[name] = value;
        else if (!known.Split(',', StringSplitOptions.TrimEntries).Contains(value, StringComparer.OrdinalIgnoreCase))
            this[name] = $"{known}, {value}";
    }

    /// <inheritdoc/>
    public IEnumerator<ResponseHeader> GetEnumerator() => _headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Remove(string name)
    {
        if (Find(name) is >= 0 and var index)
            _headers.RemoveAt(index);
    }

    private int Find(string name)
    {
        for (var index = 0; index < _headers.Count; index++)
        {
            if (string.Equals(_headers[index].Name, name, StringComparison.OrdinalIgnoreCase))
                return index;
        }
        return -1;
    }

    private static ResponseHeader Checked(string name, string value) => name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase)
        ? throw new ArgumentException("A cookie is no header here: add it to Cookies, which keep several apart.", nameof(name))
        : new(HeaderText.CheckedName(name), HeaderText.Checked(name, value));
}

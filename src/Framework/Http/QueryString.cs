using System.Diagnostics.CodeAnalysis;

namespace Framework.Http;

/// <summary>The query string, read from what the client sent: repeated names stay apart and commas stay commas.
/// </summary>
/// <param name="raw">The text behind the question mark, still encoded.</param>
public readonly struct QueryString(string raw) : IEquatable<QueryString>
{
    private readonly string _raw = raw;

    /// <summary>The text behind the question mark, still encoded; empty where there is none.</summary>
    public string Raw => _raw ?? "";

    /// <summary>The first value of a name.</summary>
    /// <param name="name">The name, decoded, in its exact case.</param>
    /// <param name="value">The value, decoded; empty for a name without one.</param>
    /// <returns>Whether the query has the name.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value)
    {
        foreach (var pair in new Pairs(Raw))
        {
            if (!IsNamed(pair.Name, name))
                continue;
            value = Decode(pair.Value);
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>All values of a name, in order.</summary>
    /// <param name="name">The name, decoded, in its exact case.</param>
    public IReadOnlyList<string> All(string name)
    {
        var values = new List<string>();
        foreach (var pair in new Pairs(Raw))
        {
            if (IsNamed(pair.Name, name))
                values.Add(Decode(pair.Value));
        }
        return values;
    }

    /// <inheritdoc/>
    public bool Equals(QueryString other) => Raw == other.Raw;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is QueryString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Raw.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two query strings are the same text.</summary>
    public static bool operator ==(QueryString left, QueryString right) => left.Equals(right);

    /// <summary>Whether two query strings differ.</summary>
    public static bool operator !=(QueryString left, QueryString right) => !left.Equals(right);

    private static bool IsNamed(ReadOnlySpan<char> encoded, string name) =>
        encoded.IndexOfAny('%', '+') < 0 ? encoded.SequenceEqual(name) : Decode(encoded) == name;

    private static string Decode(ReadOnlySpan<char> encoded) => encoded.IndexOfAny('%', '+') < 0
        ? encoded.ToString()
        : Uri.UnescapeDataString(encoded.ToString().Replace('+', ' '));

    /// <summary>The pairs of the text, one after the other, without copying it.</summary>
    private ref struct Pairs(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> _rest = rest;
        private ReadOnlySpan<char> _name;
        private ReadOnlySpan<char> _value;

        public readonly Pairs GetEnumerator() => this;

        public readonly Pair Current => new(_name, _value);

        public bool MoveNext()
        {
            while (!_rest.IsEmpty)
            {
                var end = _rest.IndexOf('&');
                var pair = end < 0 ? _rest : _rest[..end];
                _rest = end < 0 ? default : _rest[(end + 1)..];
                if (pair.IsEmpty)
                    continue;
                var equals = pair.IndexOf('=');
                _name = equals < 0 ? pair : pair[..equals];
                _value = equals < 0 ? default : pair[(equals + 1)..];
                return true;
            }
            return false;
        }
    }

    private readonly ref struct Pair(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        public ReadOnlySpan<char> Name { get; } = name;

        public ReadOnlySpan<char> Value { get; } = value;
    }
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Framework.Generated;

/// <summary>Reads a value from the text of a route, query or header.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="expected">What the text must be, to finish the sentence "Must be ...".</param>
/// <param name="parse">Reads it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueParser<T>(string expected, ValueParser<T>.TryParse parse)
{
    /// <summary>Reads a value, in the invariant culture.</summary>
    /// <param name="text">The text, decoded.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the text is such a value.</returns>
    public delegate bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>What the text must be, to finish the sentence "Must be ...".</summary>
    public string Expected { get; } = expected;

    /// <summary>Reads a value.</summary>
    public TryParse Parse { get; } = parse;
}

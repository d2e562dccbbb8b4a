using System.Globalization;

namespace Framework.Http;

/// <summary>The entity tags of a header, one after the other (RFC 9110, section 8.8.3): <c>"7", W/"8"</c>. A tag may hold a comma.
/// </summary>
/// <param name="text">The header's value.</param>
internal ref struct EntityTags(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>The present tag without its quotes.</summary>
    public ReadOnlySpan<char> Opaque { get; private set; }

    /// <summary>Whether the present tag says only that the content means the same.</summary>
    public bool IsWeak { get; private set; }

    /// <summary>Whether the list ended at something that is no tag.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>The strong tag of a version, with its quotes.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The tag of the same content in a coding, which is strong too (section 8.8.3.3): <c>"7;br"</c>.</summary>
    public static string OfCoding(string tag, string coding) => tag is ['"', .., '"'] ? $"{tag[..^1]};{coding}\"" : tag;

    /// <summary>The tag that a header names, in the coding that the header says; null where it does not name it. What is
    /// malformed names nothing.</summary>
    /// <param name="header">The header's value; <c>*</c> names every tag.</param>
    /// <param name="tag">The tag, with its quotes and, where it is weak, its prefix.</param>
    /// <param name="weakly">Whether tags that mean the same are the same (section 8.8.3.2).</param>
    public static string? Find(string header, string tag, bool weakly)
    {
        if (header.AsSpan().Trim() is "*")
            return tag;
        var own = new EntityTags(tag);
        if (!own.Next() || (own.IsWeak && !weakly))
            return null;
        var tags = new EntityTags(header);
        while (tags.Next())
        {
            if ((weakly || !tags.IsWeak) && WithoutCoding(tags.Opaque).SequenceEqual(own.Opaque))
                return $"{(own.IsWeak ? "W/" : "")}\"{tags.Opaque}\"";
        }
        return null;
    }

    /// <summary>A tag's text without the coding that <see cref="OfCoding"/> adds.</summary>
    public static ReadOnlySpan<char> WithoutCoding(ReadOnlySpan<char> opaque)
    {
        var coding = opaque.LastIndexOf(';');
        return coding >= 0 && opaque[coding..] is ";br" or ";gzip" ? opaque[..coding] : opaque;
    }

    /// <summary>Goes on to the next tag.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        _rest = _rest.TrimStart(" \t,");
        if (_rest.IsEmpty)
            return false;
        IsWeak = _rest.StartsWith("W/", StringComparison.Ordinal);
        var quoted = IsWeak ? _rest[2..] : _rest;
        var end = quoted is ['"', ..] ? quoted[1..].IndexOf('"') + 1 : 0;
        IsMalformed = end == 0 || (quoted.Length > end + 1 && quoted[end + 1] is not (' ' or '\t' or ','));
        if (IsMalformed)
            return false;
        Opaque = quoted[1..end];
        _rest = quoted[(end + 1)..];
        return true;
    }
}

using System.Globalization;
using Framework.Http;

namespace Framework.Binding;

/// <summary>Reads the version that an <c>If-Match</c> header names.</summary>
internal static class VersionHeader
{
    /// <summary>What the header must be, to finish the sentence "Must be ...".</summary>
    public const string Expected = "the ETag of one version, such as \"7\" with its quotes";

    /// <summary>Reads it.</summary>
    /// <param name="text">The header's value.</param>
    /// <param name="version">The version; null where no tag is that of a version, so that none can match.</param>
    /// <returns>Whether the header is a list of tags that names one version at most.</returns>
    public static bool TryRead(string text, out long? version)
    {
        version = null;
        var tags = new EntityTags(text);
        while (tags.Next())
        {
            if (tags.IsWeak || VersionOf(EntityTags.WithoutCoding(tags.Opaque)) is not { } named || named == version)
                continue;
            if (version is not null)
                return false;
            version = named;
        }
        return !tags.IsMalformed;
    }

    // In the one form that a tag is written in: "07" is the tag of another resource's version.
    private static long? VersionOf(ReadOnlySpan<char> opaque) =>
        long.TryParse(opaque, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var version)
        && opaque.SequenceEqual(version.ToString(CultureInfo.InvariantCulture))
            ? version
            : null;
}

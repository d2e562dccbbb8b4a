using Framework.Binding;
using Framework.Http;
using FsCheck;
using FsCheck.Xunit;

namespace Framework.Tests.Http;

/// <summary>Entity tags as RFC 9110, section 8.8.3, has them.</summary>
public sealed class EntityTagTests
{
    [Theory]
    [InlineData("\"7\"", true, true)]
    [InlineData("W/\"7\"", false, true)]
    [InlineData("*", true, true)]
    [InlineData(" * ", true, true)]
    [InlineData("\"8\"", false, false)]
    [InlineData("\"6\", \"7\"", true, true)]
    [InlineData("\"6\",W/\"7\"", false, true)]
    [InlineData(", \"a,b\" ,\t\"7\",", true, true)]
    [InlineData("\"a\\\", \"7\"", true, true)]
    [InlineData("\"7", false, false)]
    [InlineData("7", false, false)]
    [InlineData("\"6\" \"7\"", true, true)]
    [InlineData("\"6\"\"7\"", false, false)]
    [InlineData("w/\"7\"", false, false)]
    [InlineData("", false, false)]
    [InlineData("\"6\", x, \"7\"", false, false)]
    [InlineData("\"7;br\"", true, true)]
    [InlineData("\"7;gzip\"", true, true)]
    [InlineData("\"7;zip\"", false, false)]
    public void A_header_names_a_tag(string header, bool strongly, bool weakly)
    {
        Assert.Equal(strongly, EntityTags.Find(header, "\"7\"", weakly: false) is not null);
        Assert.Equal(weakly, EntityTags.Find(header, "\"7\"", weakly: true) is not null);
    }

    [Fact]
    public void A_weak_tag_is_never_the_same_strongly()
    {
        Assert.Null(EntityTags.Find("W/\"7\"", "W/\"7\"", weakly: false));
        Assert.Null(EntityTags.Find("\"7\"", "W/\"7\"", weakly: false));
        Assert.Equal("W/\"7\"", EntityTags.Find("\"7\"", "W/\"7\"", weakly: true));
        Assert.Equal("\"7;br\"", EntityTags.Find("\"7;br\"", "\"7\"", weakly: false));
    }

    [Theory]
    [InlineData("\"7\"", true, 7L)]
    [InlineData("\"-1\"", true, -1L)]
    [InlineData("\"7\", \"7\"", true, 7L)]
    [InlineData("W/\"6\", \"7\"", true, 7L)]
    [InlineData("\"a\", \"7\"", true, 7L)]
    [InlineData("\"9223372036854775807\"", true, long.MaxValue)]
    [InlineData("\"9223372036854775808\"", true, null)]
    [InlineData("\"7;gzip\"", true, 7L)]
    [InlineData("W/\"7\"", true, null)]
    [InlineData("\"07\"", true, null)]
    [InlineData("\"+7\"", true, null)]
    [InlineData("\" 7\"", true, null)]
    [InlineData("\"\"", true, null)]
    [InlineData("\"6\", \"7\"", false, null)]
    [InlineData("*", false, null)]
    [InlineData("7", false, null)]
    [InlineData("\"7", false, null)]
    public void A_header_names_one_version(string header, bool isRead, long? expected)
    {
        Assert.Equal(isRead, VersionHeader.TryRead(header, out var version));
        if (isRead)
            Assert.Equal(expected, version);
    }

    [Property]
    public bool A_version_s_own_tag_names_it(long version) =>
        VersionHeader.TryRead(EntityTags.Of(version), out var read) && read == version;

    [Property]
    public bool No_header_breaks_the_reader(NonNull<string> header)
    {
        _ = VersionHeader.TryRead(header.Get, out _);
        return EntityTags.Find(header.Get, "\"7\"", weakly: true) is null || header.Get.Contains('7') || header.Get.Contains('*');
    }
}

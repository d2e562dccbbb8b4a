using System.IO.Compression;
using System.Text;

namespace Framework.Package.Tests;

public sealed class PackageTests
{
    public static TheoryData<string> Packages { get; } = [.. PackedFeed.Packages.Except([PackedFeed.Templates])];

    public static TheoryData<string> Libraries { get; } =
        [.. PackedFeed.Packages.Except([PackedFeed.Templates]).Where(package => !package.EndsWith(".Tool", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_holds_its_library_its_documentation_its_readme_and_its_symbols(string id)
    {
        var package = Assert.Single(Directory.GetFiles(PackedFeed.Folder, $"{id}.0.*.nupkg"));
        var symbols = Assert.Single(Directory.GetFiles(PackedFeed.Folder, $"{id}.0.*.snupkg"));

        using var entries = ZipFile.OpenRead(package);
        var names = entries.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains($"lib/net10.0/{id}.dll", names);
        Assert.Contains($"lib/net10.0/{id}.xml", names);
        Assert.Contains("README.md", names);
        Assert.Contains("<license type=\"expression\">MIT</license>", Nuspec(entries, id), StringComparison.Ordinal);
        using var symbolEntries = ZipFile.OpenRead(symbols);
        Assert.Contains(symbolEntries.Entries, entry => entry.FullName == $"lib/net10.0/{id}.pdb");
    }

    // Two people who pack one commit get the same bytes.
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_knows_neither_the_machine_nor_the_hour(string id)
    {
        foreach (var file in Directory.GetFiles(PackedFeed.Folder, $"{id}.0.*nupkg"))
        {
            using var package = ZipFile.OpenRead(file);
            foreach (var entry in package.Entries)
            {
                Assert.Equal(new DateTime(2026, 12, 1), entry.LastWriteTime.DateTime);
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                Assert.True(content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(PackedFeed.Root)) < 0, $"{entry.FullName} names {PackedFeed.Root}");
            }
        }
    }

    [Fact]
    public void The_generator_travels_inside_Framework()
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(PackedFeed.Folder, "Framework.0.*.nupkg")));

        Assert.Contains(package.Entries, entry => entry.FullName == "analyzers/dotnet/cs/Framework.Generators.dll");
        Assert.Contains(package.Entries, entry => entry.FullName == "build/Framework.props");
        Assert.Contains(package.Entries, entry => entry.FullName == "build/amazon-roots.pem");
        Assert.Contains(package.Entries, entry => entry.FullName == "docs/diagnostics.md");
    }

    [Fact]
    public void The_templates_hold_no_library_and_need_no_package()
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(PackedFeed.Folder, $"{PackedFeed.Templates}.0.*.nupkg")));

        var nuspec = Nuspec(package, PackedFeed.Templates);
        Assert.Contains("<packageType name=\"Template\" />", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Contains(package.Entries, entry => entry.FullName == "content/framework-service/.gitignore");
    }

    [Fact]
    public void Framework_brings_no_local_cloud_and_no_AWS_SDK()
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(PackedFeed.Folder, "Framework.0.*.nupkg")));

        var nuspec = Nuspec(package, "Framework");
        Assert.DoesNotContain("AWSSDK", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Framework.Local", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Framework.Generators", nuspec, StringComparison.Ordinal);
    }

    private static string Nuspec(ZipArchive package, string id)
    {
        using var reader = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        return reader.ReadToEnd();
    }
}

using System.Globalization;
using Framework.Generators.Tables;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Tables;

/// <summary>What the generator says of a type that cannot be an item, where, and what would be right.</summary>
public sealed class TableDiagnosticsTests
{
    [Theory]
    [InlineData("FWK201", "Item", "[Table] public record Item([PartitionKey] string Id);")]
    [InlineData("FWK201", "Outer", "class Outer { [Table] public partial record Item([PartitionKey] string Id); }")]
    [InlineData("FWK202", "Item", "[Table] public partial record Item(string Id);")]
    [InlineData("FWK203", "Other", "[Table] public partial record Item([PartitionKey] string Id, [PartitionKey] string Other);")]
    [InlineData("FWK203", "Other", "[Table] public partial record Item([PartitionKey] string Id, [Version] int Some, [Version] int Other);")]
    [InlineData("FWK204", "Id", "[Table] public partial record Item([PartitionKey] bool Id);")]
    [InlineData("FWK204", "Id", "[Table] public partial record Item([PartitionKey] string? Id);")]
    [InlineData("FWK204", "Sort", "[Table] public partial record Item([PartitionKey] string Id, [SortKey] int? Sort);")]
    [InlineData("FWK204", "Sort", "[Table] public partial record Item([PartitionKey] string Id, [SortKey] List<string> Sort);")]
    [InlineData("FWK205", "Uri", "[Table] public partial record Item([PartitionKey] string Id, Uri Uri);")]
    [InlineData("FWK205", "At", "[Table] public partial record Item([PartitionKey] string Id, DateTime At);")]
    [InlineData("FWK205", "Any", "[Table] public partial record Item([PartitionKey] string Id, List<object> Any);")]
    [InlineData("FWK205", "Set", "[Table] public partial record Item([PartitionKey] string Id, HashSet<bool> Set);")]
    [InlineData("FWK205", "Map", "[Table] public partial record Item([PartitionKey] string Id, Dictionary<int, string> Map);")]
    [InlineData("FWK205", "Base", "public abstract record B; [Table] public partial record Item([PartitionKey] string Id, B Base);")]
    [InlineData("FWK206", "Other", "[Table] public partial record Item([PartitionKey] string Id, string Some, [AttributeName(\"some\")] string Other);")]
    [InlineData("FWK207", "Version", "[Table] public partial record Item([PartitionKey] string Id, [Version] string Version);")]
    [InlineData("FWK207", "Version", "[Table] public partial record Item([PartitionKey] string Id, [Version] long? Version);")]
    [InlineData("FWK208", "Until", "[Table] public partial record Item([PartitionKey] string Id, [ExpiresAt] long Until);")]
    [InlineData("FWK209", "Key", "[Table] public partial record Item([PartitionKey] string Key);")]
    [InlineData("FWK209", "TextValue", "[Table] public partial record Item([PartitionKey] string TextValue);")]
    [InlineData("FWK210", "Item", "[Table] public partial class Item(int other) { [PartitionKey] public string Id { get; init; } = $\"{other}\"; }")]
    [InlineData("FWK211", "Id", "[Table] public partial record Item([PartitionKey, SortKey] string Id);")]
    [InlineData("FWK211", "Id", "[Table] public partial record Item([PartitionKey, Ignore] string Id = \"\");")]
    [InlineData("FWK212", "Item", "[Table] public partial record Item<T>([PartitionKey] string Id);")]
    [InlineData("FWK212", "Item", "[Table] public abstract partial record Item([PartitionKey] string Id);")]
    [InlineData("FWK213", "Name", "[Table] public partial record Item([PartitionKey] string Id, [AttributeName(\"\")] string Name);")]
    [InlineData("FWK214", "Count", "[Table] public partial record Item([PartitionKey] string Id, [AsNumber] int Count);")]
    [InlineData("FWK241", "Tags", "[Table] public partial record Item([PartitionKey] string Id, [Unique] List<string> Tags);")]
    [InlineData("FWK241", "Id", "[Table] public partial record Item([PartitionKey, Unique] string Id);")]
    [InlineData("FWK242", "Email", "[Table] public partial record Item([PartitionKey] int Id, [Unique] string Email);")]
    [InlineData("FWK242", "Email", "[Table] public partial record Item([PartitionKey] string Id, [SortKey] long At, [Unique] string Email);")]
    public void Tells_what_is_wrong_and_where(string id, string place, string source)
    {
        var diagnostic = Assert.Single(TableCompilation.Diagnose(source));

        var text = TableCompilation.Of(source).SyntaxTrees[0].ToString();
        Assert.Equal((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(place, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void Every_diagnostic_names_its_mend_and_links_to_its_help()
    {
        var descriptors = typeof(TableDiagnostics).GetFields()
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().ToList();

        Assert.Equal(descriptors.Count, descriptors.Select(descriptor => descriptor.Id).Distinct().Count());
        Assert.All(descriptors, descriptor =>
        {
            Assert.Matches("[;,]", descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture));
            Assert.Equal($"docs/diagnostics.md#{descriptor.Id.ToLowerInvariant()}", descriptor.HelpLinkUri);
        });
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var diagnostics = TableCompilation.Diagnose(
            "[Table] public partial record Item([PartitionKey] bool Id, Uri Uri, [Version] string Version);");

        Assert.Equal(["FWK204", "FWK205", "FWK207"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }
}

using System.Globalization;
using Framework.Generators.Tables.Diagnostics;
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
    [InlineData("FWK209", "Attributes", "[Table] public partial record Item([PartitionKey] string Id) { public sealed class Attributes; }")]
    [InlineData("FWK209", "Partition", "[Table] public partial record Item([PartitionKey] string Id) { public const string Partition = \"p\"; }")]
    [InlineData("FWK209", "Key", "[Table] public partial record Item([PartitionKey] string Id) { public static string Key(string id) => id; }")]
    [InlineData("FWK209", "Key", "public record Base { public string? Key { get; init; } } [Table] public partial record Item([PartitionKey] string Id) : Base;")]
    [InlineData("FWK210", "Item", "[Table] public partial class Item(int other) { [PartitionKey] public string Id { get; init; } = $\"{other}\"; }")]
    [InlineData("FWK211", "Id", "[Table] public partial record Item([PartitionKey, SortKey] string Id);")]
    [InlineData("FWK211", "Id", "[Table] public partial record Item([PartitionKey, Ignore] string Id = \"\");")]
    [InlineData("FWK211", "Name", "[Table] public partial record Item([PartitionKey] string Id, [IndexPartitionKey(\"byName\"), Ignore] string Name = \"\");")]
    [InlineData("FWK211", "Name", "[Table] public partial record Item([PartitionKey] string Id, [Unique, Ignore] string Name = \"\");")]
    [InlineData("FWK212", "Item", "[Table] public partial record Item<T>([PartitionKey] string Id);")]
    [InlineData("FWK212", "Item", "[Table] public abstract partial record Item([PartitionKey] string Id);")]
    [InlineData("FWK212", "Item", "[Table, DerivedType(typeof(Item), \"a\")] public partial class Item { [PartitionKey] public string Id { get; init; } = \"\"; }")]
    [InlineData("FWK212", "Item", "[Table] public partial struct Item { [PartitionKey] public string Id { get; set; } }")]
    [InlineData("FWK212", "Item", "[Table] file partial record Item([PartitionKey] string Id);")]
    [InlineData("FWK213", "Name", "[Table] public partial record Item([PartitionKey] string Id, [AttributeName(\"\")] string Name);")]
    [InlineData("FWK214", "Count", "[Table] public partial record Item([PartitionKey] string Id, [AsNumber] int Count);")]
    [InlineData("FWK204", "Open", "[Table] public partial record Item([PartitionKey] string Id, [IndexPartitionKey(\"byOpen\")] bool Open);")]
    [InlineData("FWK206", "Pk", "[Table, PrimaryKey(\"A#{Pk}\")] public partial record Item(string Pk);")]
    [InlineData("FWK206", "Item", "[Table, PrimaryKey(\"A#{Id}\", \"B\", SortName = \"pk\")] public partial record Item(string Id);")]
    [InlineData("FWK206", "Some", "[Table, PrimaryKey(\"A#{Id}\")] public partial record Item(string Id, [AttributeName(\"_type\")] string Some);")]
    [InlineData("FWK206", "Some", "[Table, PrimaryKey(\"A#{Id}\"), Index(\"gsi1\", \"B\")] public partial record Item(string Id, [AttributeName(\"gsi1pk\")] string Some);")]
    [InlineData("FWK206", "Mark", "[DerivedType(typeof(One), \"one\")] public abstract record Base; public record One([AttributeName(\"_type\")] string Mark) : Base; [Table] public partial record Item([PartitionKey] string Id, Base Base);")]
    [InlineData("FWK209", "ByTitle", "[Table] public partial record Item([PartitionKey] string Id, [IndexPartitionKey(\"byTitle\")] string ByTitle);")]
    [InlineData("FWK215", "PrimaryKey(\"A#{Other}\")", "[Table, PrimaryKey(\"A#{Other}\")] public partial record Item(string Id);")]
    [InlineData("FWK215", "PrimaryKey(\"A#{Id}\")", "[Table, PrimaryKey(\"A#{Id}\")] public partial record Item([Ignore] string Id = \"\");")]
    [InlineData("FWK215", "Index(\"gsi1\", \"A#{id}\")", "[Table, PrimaryKey(\"A#{Id}\"), Index(\"gsi1\", \"A#{id}\")] public partial record Item(string Id);")]
    [InlineData("FWK216", "PrimaryKey(\"A#{Open}\")", "[Table, PrimaryKey(\"A#{Open}\")] public partial record Item(bool Open);")]
    [InlineData("FWK216", "PrimaryKey(\"A#{Price}\")", "[Table, PrimaryKey(\"A#{Price}\")] public partial record Item(decimal Price);")]
    [InlineData("FWK216", "PrimaryKey(\"A#{Id}\")", "[Table, PrimaryKey(\"A#{Id}\")] public partial record Item(string? Id);")]
    [InlineData("FWK216", "PrimaryKey(\"A#{Days}\")", "[Table, PrimaryKey(\"A#{Days}\")] public partial record Item([AsNumber] DayOfWeek Days);")]
    [InlineData("FWK218", "Id", "[Table, PrimaryKey(\"A#{Id}\")] public partial record Item([PartitionKey] string Id);")]
    [InlineData("FWK218", "Id", "[Table, PrimaryKey(\"A\")] public partial record Item([SortKey] string Id);")]
    [InlineData("FWK219", "PrimaryKey(\"\")", "[Table, PrimaryKey(\"\")] public partial record Item(string Id);")]
    [InlineData("FWK219", "PrimaryKey(\"A#{Id\")", "[Table, PrimaryKey(\"A#{Id\")] public partial record Item(string Id);")]
    [InlineData("FWK219", "PrimaryKey(\"A#{}\")", "[Table, PrimaryKey(\"A#{}\")] public partial record Item(string Id);")]
    [InlineData("FWK219", "PrimaryKey(\"{Id}{Name}\")", "[Table, PrimaryKey(\"{Id}{Name}\")] public partial record Item(string Id, string Name);")]
    [InlineData("FWK219", "PrimaryKey(\"{Id:D4}\")", "[Table, PrimaryKey(\"{Id:D4}\")] public partial record Item(string Id);")]
    [InlineData("FWK219", "PrimaryKey(\"{Id:N0}\")", "[Table, PrimaryKey(\"{Id:N0}\")] public partial record Item(int Id);")]
    [InlineData("FWK219", "PrimaryKey(\"{Id:HH}\")", "[Table, PrimaryKey(\"{Id:HH}\")] public partial record Item(DateOnly Id);")]
    [InlineData("FWK219", "PrimaryKey(\"{Id:yyyy}\")", "[Table, PrimaryKey(\"{Id:yyyy}\")] public partial record Item(TimeOnly Id);")]
    [InlineData("FWK219", "PrimaryKey(\"{Id:q}\")", "[Table, PrimaryKey(\"{Id:q}\")] public partial record Item(DateTimeOffset Id);")]
    [InlineData("FWK220", "Item", "[Table] public partial record Item([PartitionKey] string Id, [IndexPartitionKey(\"x\")] string Title);")]
    [InlineData("FWK220", "Item", "[Table, PrimaryKey(\"A#{Id}\"), Index(\"by title\", \"B\")] public partial record Item(string Id);")]
    [InlineData("FWK221", "Item", "[Table, PrimaryKey(\"A#{Id}\"), Index(\"key\", \"B\")] public partial record Item(string Id);")]
    [InlineData("FWK221", "Item", "[Table, PrimaryKey(\"A#{Id}\"), Index(\"1st\", \"B\")] public partial record Item(string Id);")]
    [InlineData("FWK221", "Item", "[Table, PrimaryKey(\"A#{Id}\"), Index(\"by-id\", \"B\"), Index(\"byId\", \"B\")] public partial record Item(string Id);")]
    [InlineData("FWK221", "Item", "[Table] public partial record Item([PartitionKey] string Id, [IndexSortKey(\"byTitle\")] string Title);")]
    [InlineData("FWK222", "Item", "[Table] public partial record Item([PartitionKey] string Id, [SortKey] string No, [IndexSortKey(\"a-1\"), IndexSortKey(\"a-2\"), IndexSortKey(\"a-3\"), IndexSortKey(\"a-4\"), IndexSortKey(\"a-5\"), IndexSortKey(\"a-6\")] string Title);")]
    [InlineData("FWK223", "DerivedType(typeof(string), \"text\")", "[Table, DerivedType(typeof(string), \"text\")] public partial record Item([PartitionKey] string Id);")]
    [InlineData("FWK223", "DerivedType(typeof(Abstract), \"a\")", "[Table, DerivedType(typeof(Abstract), \"a\")] public partial record Item([PartitionKey] string Id); public abstract record Abstract(string Id) : Item(Id);")]
    [InlineData("FWK224", "Item", "[Table, DerivedType(typeof(One), \"a\"), DerivedType(typeof(Two), \"a\")] public partial record Item([PartitionKey] string Id); public record One(string Id) : Item(Id); public record Two(string Id) : Item(Id);")]
    [InlineData("FWK224", "Item", "[Table, DerivedType(typeof(One), \"a\"), DerivedType(typeof(One), \"b\")] public partial record Item([PartitionKey] string Id); public record One(string Id) : Item(Id);")]
    [InlineData("FWK225", "Converter(typeof(Uri))", "[Table] public partial record Item([PartitionKey] string Id, [Converter(typeof(Uri))] string Title);")]
    [InlineData("FWK226", "Name", "[Table] public partial record Item([PartitionKey] string Id); [Projection(typeof(Item))] public partial record View(string Name);")]
    [InlineData("FWK226", "Id", "[Table] public partial record Item([PartitionKey] string Id); [Projection(typeof(Item))] public partial record View(int Id);")]
    [InlineData("FWK226", "Id", "[Table] public partial record Item([PartitionKey] string Id); [Projection(typeof(Item))] public partial record View(string? Id);")]
    [InlineData("FWK227", "Item", "[Table] public partial record Item([PartitionKey] string Id, [System.ComponentModel.DataAnnotations.MinLength(409600)] string Text);")]
    [InlineData("FWK227", "Item", "[Table] public partial record Item([PartitionKey] string Id, [System.ComponentModel.DataAnnotations.Length(50000, 60000)] List<Part> Parts); public record Part([property: System.ComponentModel.DataAnnotations.StringLength(9, MinimumLength = 8)] string Name);")]
    [InlineData("FWK230", "Text", "[Table] public partial record Item([PartitionKey] string Id, [AttributeName(\"aws:text\")] string Text);")]
    [InlineData("FWK231", "Projection(typeof(string))", "[Projection(typeof(string))] public partial record View(string Id);")]
    [InlineData("FWK232", "Id", "[Table] public partial record Item { [PartitionKey] public string Id => \"\"; }")]
    [InlineData("FWK232", "Id", "[Table] public partial record Item { [PartitionKey] internal string Id { get; init; } = \"\"; }")]
    [InlineData("FWK232", "Version", "[Table] public partial record Item([PartitionKey] string Id) { [Version] public long Version { get; } }")]
    [InlineData("FWK234", "Cache", "[Table] public partial record Item([PartitionKey] string Id) { [Ignore] public required object Cache { get; init; } }")]
    [InlineData("FWK234", "Name", "[Table] public partial record Item([PartitionKey] string Id) { public required string Name; }")]
    [InlineData("FWK234", "Id", "[Table] public partial class Item(string id) { [PartitionKey] public required string Id { get; init; } = id; }")]
    [InlineData("FWK235", "Version", "[Table, DerivedType(typeof(One), \"one\")] public abstract partial record Item([PartitionKey] string Id); public record One(string Id, [Version] long Version) : Item(Id);")]
    [InlineData("FWK201", "View", "[Table] public partial record Item([PartitionKey] string Id); [Projection(typeof(Item))] public record View(string Id);")]
    [InlineData("FWK241", "Tags", "[Table] public partial record Item([PartitionKey] string Id, [Unique] List<string> Tags);")]
    [InlineData("FWK241", "Id", "[Table] public partial record Item([PartitionKey, Unique] string Id);")]
    [InlineData("FWK242", "Email", "[Table] public partial record Item([PartitionKey] int Id, [Unique] string Email);")]
    [InlineData("FWK242", "Email", "[Table] public partial record Item([PartitionKey] string Id, [SortKey] long At, [Unique] string Email);")]
    public void Each_mistake_is_reported_at_its_place(string id, string place, string source)
    {
        var diagnostic = Assert.Single(TableCompilation.Diagnose(source));

        var text = TableCompilation.Of(source).SyntaxTrees[0].ToString();
        Assert.Equal((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(place, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("FWK217", "PrimaryKey(\"A\", \"{No}\")", "[Table, PrimaryKey(\"A\", \"{No}\")] public partial record Item(int No);")]
    [InlineData("FWK228", "Part", "[Table] public partial record Item([PartitionKey] string Id, Part Part); public record Part(List<Part> Parts);")]
    [InlineData("FWK233", "Tags", "[Table] public partial record Item([PartitionKey] string Id) { public List<string> Tags { get; } = []; }")]
    [InlineData("FWK233", "Count", "public class Part { public int Count { get; private set; } } [Table] public partial record Item([PartitionKey] string Id, Part Part);")]
    [InlineData("FWK233", "Count", "public record Base { public int Count { get; private set; } } [Table] public partial record Item([PartitionKey] string Id) : Base;")]
    [InlineData("FWK243", "Id2", "[Table] public partial record Item([PartitionKey] string Id) { public Guid Id2 { get; init; } = Guid.NewGuid(); }")]
    [InlineData("FWK243", "At", "[Table] public partial record Item([PartitionKey] string Id) { public DateTimeOffset At { get; init; } = DateTimeOffset.UtcNow; }")]
    [InlineData("FWK243", "At", "[Table] public partial record Item([PartitionKey] string Id) { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; public DateTimeOffset At { get; init; } = Now(); }")]
    [InlineData("FWK243", "No", "[Table] public partial record Item([PartitionKey] string Id) { public static int Next = 1; public int No { get; init; } = Next; }")]
    [InlineData("FWK243", "Name", "[Table] public partial record Item([PartitionKey] string Id) { public string Name { get; init; } = Id.Trim(); }")]
    [InlineData("FWK243", "Name", "public record Part { private static string None { get; } = \"none\"; public string Name { get; init; } = None; } [Table] public partial record Item([PartitionKey] string Id, Part Part);")]
    [InlineData("FWK243", "Count", "[Table] public partial class Item { public Item() { Count = 3; } [PartitionKey] public string Id { get; init; } = \"\"; public int Count { get; init; } }")]
    [InlineData("FWK243", "Count", "[Table, DerivedType(typeof(One), \"one\")] public abstract partial record Item([PartitionKey] string Id, int Count = 0); public record One(string Id, int Count = 1) : Item(Id, Count);")]
    [InlineData("FWK243", "Note", "[Table] public partial record Item([PartitionKey] string Id, string? Note = \"none\");")]
    [InlineData("FWK243", "Note", "[Table] public partial record Item([PartitionKey] string Id) { public string? Note { get; init; } = \"none\"; }")]
    [InlineData("FWK243", "Tags", "[Table] public partial record Item([PartitionKey] string Id) { public HashSet<string> Tags { get; init; } = [\"d\"]; }")]
    [InlineData("FWK243", "Json", "[Table] public partial record Item([PartitionKey] string Id) { public JsonElement Json { get; init; } = JsonElement.Parse(\"1\"); }")]
    public void Warns_of_what_may_go_wrong_and_writes_the_item_all_the_same(string id, string place, string source)
    {
        var run = TableCompilation.Driver().RunGenerators(TableCompilation.Of(source)).GetRunResult();

        var diagnostic = Assert.Single(run.Diagnostics);
        var text = TableCompilation.Of(source).SyntaxTrees[0].ToString();
        Assert.Equal((id, DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(place, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Single(run.GeneratedTrees);
    }

    [Theory]
    [InlineData("[Ignore] public Guid Id2 { get; init; } = Guid.NewGuid();")]
    [InlineData("public required Guid Id2 { get; init; } = Guid.NewGuid();")]
    [InlineData("public string Name { get; init; } = null!;")]
    [InlineData("public string? Name { get; init; } = null;")]
    [InlineData("public HashSet<string> Tags { get; init; } = [];")]
    [InlineData("public Dictionary<string, int> Map { get; init; } = new(StringComparer.OrdinalIgnoreCase);")]
    [InlineData("public Part Part { get; init; } = new(\"a\");")]
    [InlineData("public Part Part { get; init; } = Part.None;")]
    [InlineData("public Part Part { get; init; } = Part.Of(\"a\");")]
    public void A_default_that_can_be_repeated_is_no_fault(string property) => Assert.Empty(TableCompilation.Diagnose(
        "public record Part(string Name) { public static Part None { get; } = new(\"\"); public static Part Of(string name) => new(name); public static Guid New() => Guid.NewGuid(); } "
        + $"[Table] public partial record Item([PartitionKey] string Id) {{ {property} }}"));

    [Fact]
    public void A_file_may_use_the_data_annotations_beside_the_tables()
    {
        var generated = TableCompilation.Generate("""
            using System.ComponentModel.DataAnnotations;

            [Table]
            [PrimaryKey("ITEM#{Id}")]
            public partial record Item(string Id, [property: EmailAddress, Required, MaxLength(200)] string Email);
            """);

        Assert.Contains("KeyValue.Partition($\"ITEM#{id}\")", Assert.Single(generated), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, 0)]
    [InlineData(33, 1)]
    public void A_value_may_be_nested_32_levels_deep(int levels, int faults)
    {
        var type = string.Concat(Enumerable.Repeat("List<", levels)) + "int" + new string('>', levels);

        var diagnostics = TableCompilation.Diagnose($"[Table] public partial record Item([PartitionKey] string Id, {type} Deep);");

        Assert.Equal(Enumerable.Repeat("FWK229", faults), diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void An_index_has_one_key_of_each_kind()
    {
        var diagnostic = TableCompilation.Diagnose(
            "[Table] public partial record Item([PartitionKey] string Id, [IndexPartitionKey(\"byName\")] string A, [IndexPartitionKey(\"byName\")] string B);");

        Assert.Equal("The index 'byName' has two partition keys; keep one, or name another index", Assert.Single(diagnostic).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Twenty_global_indexes_are_not_too_many()
    {
        string Item(int count) =>
            $"[Table, PrimaryKey(\"A#{{Id}}\"){string.Concat(Enumerable.Range(1, count).Select(number => $", Index(\"gsi{number}\", \"B\")"))}] public partial record Item(string Id);";

        Assert.Empty(TableCompilation.Diagnose(Item(20)));
        Assert.Equal("FWK222", Assert.Single(TableCompilation.Diagnose(Item(21))).Id);
    }

    [Fact]
    public void Every_diagnostic_names_its_fix_and_links_to_its_help()
    {
        var descriptors = typeof(TableDiagnostics).GetFields()
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().ToList();

        Assert.Equal(descriptors.Count, descriptors.Select(descriptor => descriptor.Id).Distinct().Count());
        Assert.All(descriptors, descriptor =>
        {
            Assert.Matches("[;,]", descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture));
            Assert.EndsWith($"docs/diagnostics.md#{descriptor.Id.ToLowerInvariant()}", descriptor.HelpLinkUri, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        var diagnostics = TableCompilation.Diagnose(
            "[Table] public partial record Item([PartitionKey] bool Id, Uri Uri, [Version] string Version);");

        Assert.Equal(["FWK204", "FWK205", "FWK207"], diagnostics.Select(diagnostic => diagnostic.Id).Order());
    }
}

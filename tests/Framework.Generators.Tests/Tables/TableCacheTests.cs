using Framework.Generators.Tables;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tests.Tables;

/// <summary>What the generator does again after an edit.</summary>
public sealed class TableCacheTests
{
    private const string Item = "[Table] public partial record Item([PartitionKey] string Id, Part Part);";
    private const string Part = "public sealed record Part(int Number);";

    [Fact]
    public void An_edit_elsewhere_writes_nothing_anew()
    {
        var reasons = ReasonsAfter((Item + Part, Item + Part), ("class Other;", "class Another { int _number; }"));

        Assert.Equal([IncrementalStepRunReason.Unchanged], reasons[TableSteps.Read]);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons[TableSteps.Models]);
    }

    [Fact]
    public void An_edit_of_an_items_own_file_that_changes_no_property_writes_nothing_anew()
    {
        var reasons = ReasonsAfter(
            (Item + Part, "\n// A comment.\n" + Item + Part + "class Other;"), ("class Some;", "class Some;"));

        Assert.Equal([IncrementalStepRunReason.Unchanged], reasons[TableSteps.Read]);
        Assert.Equal([IncrementalStepRunReason.Cached], reasons[TableSteps.Models]);
    }

    [Fact]
    public void A_new_property_of_a_nested_type_in_another_file_writes_the_item_anew()
    {
        var reasons = ReasonsAfter((Item, Item), (Part, "public sealed record Part(int Number, string Name);"));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons[TableSteps.Read]);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons[TableSteps.Models]);
    }

    [Fact]
    public void Of_two_items_only_the_one_that_changed_is_written_anew()
    {
        const string Second = "[Table] public partial record Second([PartitionKey] string Id);";
        var reasons = ReasonsAfter((Item + Part, Item + Part), (Second, Second.Replace("Id", "Key1", StringComparison.Ordinal)));

        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified],
            reasons[TableSteps.Models].Order(Comparer<IncrementalStepRunReason>.Create(
                (left, right) => string.CompareOrdinal($"{left}", $"{right}"))));
    }

    private static Dictionary<string, List<IncrementalStepRunReason>> ReasonsAfter(
        (string Before, string After) first, (string Before, string After) second)
    {
        var before = TableCompilation.Of(first.Before, second.Before);
        var after = before;
        foreach (var (tree, edited) in before.SyntaxTrees.Zip(TableCompilation.Of(first.After, second.After).SyntaxTrees))
            if (tree.ToString() != edited.ToString())
                after = after.ReplaceSyntaxTree(tree, edited);
        var result = TableCompilation.Driver().RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single();
        return result.TrackedSteps
            .Where(step => step.Key.StartsWith("Tables.", StringComparison.Ordinal))
            .ToDictionary(
                step => step.Key,
                step => step.Value.SelectMany(run => run.Outputs).Select(output => output.Reason).ToList());
    }
}

using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis.CSharp;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the methods that start queries, of the table and of its indexes.</summary>
internal sealed class QueryWriter(SourceWriter writer, string type)
{
    public static void Write(SourceWriter writer, TableModel table)
    {
        var queries = new QueryWriter(writer, table.Shape.Type);
        queries.Write("Partition", table.Partition, table.Sort, null);
        foreach (var index in table.Indexes)
            queries.Write(Naming.Escape(index.Method), index.Partition, index.Sort, index.Name);
    }

    private void Write(string method, KeyPartModel partition, KeyPartModel? sort, string? index)
    {
        var what = index is null ? "one partition" : $"one partition of the index <c>{index}</c>";
        if (sort is null)
            WriteMethod($"Starts a query of {what}.", "Query", "", method, partition.Members, [Key(partition)], index);
        else if (sort.Member is { } member)
            WriteMethod(
                $"Starts a query of {what}.", "SortedQuery", $", {member.Value.PresentType}", method, partition.Members,
                [Key(partition), Function(sort, member, isStatic: true)], index);
        else
            WriteComposed(what, method, partition, sort, index);
    }

    // One method for each beginning of the sort key that ends before a placeholder.
    private void WriteComposed(string what, string method, KeyPartModel partition, KeyPartModel sort, string? index)
    {
        var free = sort.Members.Except(partition.Members).ToList();
        for (var count = 0; count == 0 || count < free.Count; count++)
        {
            var bound = partition.Members.Concat(free.Take(count)).ToList();
            var prefix = sort.Template.TakeWhile(part => part.Member is null || bound.Contains(part.Member)).ToList();
            var summary = prefix.Count == 0
                ? $"Starts a query of {what}."
                : $"Starts a query of {what}, of the sort keys that begin with {KeyWriter.Code(prefix)}.";
            var beginning = prefix.Count == 0 ? "prefix: null" : sort.Write(prefix, KeyWriter.Argument);
            if (sort.Template.Skip(prefix.Count).ToList() is [{ Member: { } last }])
                WriteMethod(
                    summary, "PrefixedQuery", $", {last.Value.PresentType}", method, bound,
                    [Key(partition), beginning, Function(sort, last, isStatic: bound.All(member => !sort.Members.Contains(member)))],
                    index);
            else
                WriteMethod(summary, "Query", "", method, bound, [Key(partition), beginning], index);
        }
    }

    private void WriteMethod(
        string summary, string query, string sort, string method, IEnumerable<MemberModel> parameters,
        IReadOnlyList<string> arguments, string? index)
    {
        var all = index is null ? arguments : [.. arguments, $"index: {SymbolDisplay.FormatLiteral(index, quote: true)}"];
        writer.Line().Line($"/// <summary>{summary}</summary>");
        var head = $"public static {query}<{type}{sort}> {method}({KeyWriter.Parameters(parameters)}) =>";
        writer.Line(head).Indent().Call("new", all, ";").Outdent();
    }

    private static string Key(KeyPartModel partition) => partition.Write(KeyWriter.Argument);

    private static string Function(KeyPartModel sort, MemberModel last, bool isStatic) =>
        $"{(isStatic ? "static " : "")}{KeyWriter.Argument(last)} => {sort.Write(KeyWriter.Argument)}";
}

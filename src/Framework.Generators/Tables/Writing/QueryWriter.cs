using Framework.Generators.Tables.Models;

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
                [Key(partition), $"static {KeyWriter.Argument(member)} => {sort.Write(KeyWriter.Argument)}"], index);
        else
            WriteComposed(what, method, partition, sort, index);
    }

    // One method for each beginning of the sort key that ends before a placeholder. A property of which the partition key
    // holds less than the sort key, such as the day of a time, is not bound by it.
    private void WriteComposed(string what, string method, KeyPartModel partition, KeyPartModel sort, string? index)
    {
        var free = sort.Template.Where(part => part.Member is not null && !partition.Binds(part))
            .Select(part => part.Member!).Distinct().ToList();
        for (var count = 0; count == 0 || count < free.Count; count++)
        {
            // Its value would bind both keys, but the method's other forms use it for the partition key only.
            if (free.Take(count).Any(partition.Members.Contains))
                return;
            var bound = free.Take(count).ToList();
            var parameters = partition.Members.Concat(bound).ToList();
            var prefix = sort.Template.TakeWhile(part => part.Member is null || !free.Skip(count).Contains(part.Member)).ToList();
            var summary = prefix.Count == 0
                ? $"Starts a query of {what}."
                : $"Starts a query of {what}, of the sort keys that begin with {KeyWriter.Code(prefix)}.";
            var beginning = prefix.Count == 0 ? "prefix: null" : sort.Write(prefix, KeyWriter.Argument);
            var rest = sort.Template.Skip(prefix.Count).ToList();
            if (rest.Count > 0 && (rest.Count == 1 || IsOrdered(rest[0])))
                WriteMethod(
                    summary, "PrefixedQuery", $", {rest[0].Member!.Value.PresentType}", method, parameters,
                    [Key(partition), beginning, Function(sort, prefix.Count, rest)], index, rest.Count == 1);
            else
                WriteMethod(summary, "Query", "", method, parameters, [Key(partition), beginning], index);
        }
    }

    // Whether the keys have the order of the values even where more text follows them. Text and names have any length.
    private static bool IsOrdered(TemplatePart part) => part.Member!.Value.Placeholder == Placeholder.Date
        || (part.Member.Value.Placeholder == Placeholder.Integer && part.Format is not null);

    private void WriteMethod(
        string summary, string query, string sort, string method, IEnumerable<MemberModel> parameters,
        IEnumerable<string> arguments, string? index, bool isLast = true)
    {
        var all = arguments.ToList();
        if (index is not null)
            all.Add($"index: {Literals.Quoted(index)}");
        if (!isLast)
            all.Add("isLast: false");
        writer.Line().Line($"/// <summary>{summary}</summary>");
        var head = $"public static {query}<{type}{sort}> {method}({KeyWriter.Parameters(parameters)}) =>";
        writer.Line(head).Indent().Call("new", all, ";").Outdent();
    }

    private static string Key(KeyPartModel partition) => partition.Write(KeyWriter.Argument);

    // The key up to a part and the literal after it.
    private static string Function(KeyPartModel sort, int before, List<TemplatePart> rest)
    {
        var parts = sort.Template.Take(before + Math.Min(rest.Count, 2)).ToList();
        var isStatic = parts.All(part => part.Member is null || part.Member == rest[0].Member);
        return $"{(isStatic ? "static " : "")}{KeyWriter.Argument(rest[0].Member!)} => {sort.Write(parts, KeyWriter.Argument)}";
    }
}

using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the methods that make keys and start queries.</summary>
internal static class KeyWriter
{
    public static void Write(SourceWriter writer, TableModel table)
    {
        var type = table.Shape.Type;
        var partition = table.Find(MemberRole.PartitionKey)!;
        var sort = table.Find(MemberRole.SortKey);
        writer.Line("/// <summary>The key of one item.</summary>");
        writer.Line(sort is null
            ? $"public static Key<{type}> Key({Parameter(partition)}) => new({KeyValue(partition)});"
            : $"public static Key<{type}> Key({Parameter(partition)}, {Parameter(sort)}) =>");
        if (sort is not null)
            writer.Indent().Line($"new({KeyValue(partition)}, {KeyValue(sort)});").Outdent();
        writer.Line().Line("/// <summary>Starts a query of one partition.</summary>");
        writer.Line(sort is null
            ? $"public static Query<{type}> Partition({Parameter(partition)}) => new({KeyValue(partition)});"
            : $"public static SortedQuery<{type}, {sort.Value.Type}> Partition({Parameter(partition)}) =>");
        if (sort is not null)
            writer.Indent().Line($"new({KeyValue(partition)}, {SortFunction(sort)});").Outdent();
    }

    private static string Parameter(MemberModel member) => $"{member.Value.Type} {Naming.Local(member.Property)}";

    private static string KeyValue(MemberModel member) =>
        string.Format(member.Value.KeyWriter, Naming.Local(member.Property));

    private static string SortFunction(MemberModel sort) =>
        $"static value => {string.Format(sort.Value.KeyWriter, "value")}";
}

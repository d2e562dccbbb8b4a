using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes what a table needs to know of an item in addition to its mapping.</summary>
internal static class SchemaWriter
{
    public static void Write(SourceWriter writer, TableModel table)
    {
        var types = Types(table).ToList();
        var unique = table.Unique.Select(member => member.Literal).ToList();
        var end = table.Indexes.Count + types.Count + unique.Count == 0 ? ";" : "";
        writer.Line($"static TableSchema ITableItem<{table.Shape.Type}>.Schema {{ get; }} = new(")
            .Indent()
            .Line($"PartitionKey: {Key(table.Partition)},")
            .Line($"SortKey: {Key(table.Sort)},")
            .Line($"Version: {Name(table.Find(MemberRole.Version))},")
            .Line($"ExpiresAt: {Name(table.Find(MemberRole.ExpiresAt))}){end}")
            .Outdent();
        if (end.Length > 0)
            return;
        writer.Open();
        if (table.Indexes.Count > 0)
        {
            writer.Line("Indexes =").Line("[").Indent();
            foreach (var index in table.Indexes)
                writer.Line($"new TableIndex({Literals.Quoted(index.Name)}, {Key(index.Partition)}, {Key(index.Sort)}"
                    + (index.IsLocal ? ", IsLocal: true)," : "),"));
            writer.Outdent().Line("],");
        }
        if (types.Count > 0)
            writer.Line($"Types = [{string.Join(", ", types)}],");
        if (unique.Count > 0)
            writer.Line($"Unique = [{string.Join(", ", unique)}],");
        writer.Close(";");
    }

    private static IEnumerable<string> Types(TableModel table) =>
        table.TypeName is null ? []
        : table.Union is null ? [Literals.Quoted(table.TypeName)]
        : table.Union.Cases.Select(found => found.Literal);

    private static string Key(KeyPartModel? key) =>
        key is null ? "null" : $"new TableKey({Literals.Quoted(key.Attribute)}, \"{key.Letter}\")";

    private static string Name(MemberModel? member) => member is null ? "null" : member.Literal;
}

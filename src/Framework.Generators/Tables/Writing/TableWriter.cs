using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the generated half of a type with <c>[Table]</c>.</summary>
internal static class TableWriter
{
    public static string Write(TableModel table) => FileWriter.Write(
        table.Place, $"ITableItem<{table.Shape.Type}>", writer => Write(writer, table));

    private static void Write(SourceWriter writer, TableModel table)
    {
        KeyWriter.Write(writer, table);
        QueryWriter.Write(writer, table);
        PathWriter.Write(writer, table);
        writer.Line();
        SchemaWriter.Write(writer, table);
        var type = table.Shape.Type;
        writer.Line().Line($"static Key<{type}> ITableItem<{type}>.KeyOf({type} item) => {KeyOf(table)};");
        WriteVersion(writer, table);
        WriteItem(writer, table);
        foreach (var union in table.Unions)
            UnionWriter.WriteNested(writer, union);
        foreach (var nested in table.Nested)
            ShapeWriter.WriteNested(writer, nested);
        foreach (var enumeration in table.Enums)
            EnumWriter.Write(writer, enumeration);
    }

    private static void WriteItem(SourceWriter writer, TableModel table)
    {
        var type = table.Shape.Type;
        writer.Line();
        if (table.Union is not null)
        {
            UnionWriter.WriteItem(writer, table.Union);
            foreach (var found in table.Cases)
                WriteCase(writer, found, table);
            return;
        }
        ShapeWriter.WriteItemAttributes(
            writer, $"static Dictionary<string, AttributeValue> ITableItem<{type}>.Write({type} item)", table.Shape, table);
        writer.Line();
        ShapeWriter.WriteMake(
            writer,
            $"static {type} ITableItem<{type}>.Read(Dictionary<string, AttributeValue> attributes) => new",
            table.Shape,
            ShapeWriter.ReadMember);
    }

    private static void WriteCase(SourceWriter writer, ShapeModel found, TableModel table)
    {
        writer.Line();
        ShapeWriter.WriteItemAttributes(
            writer, $"private static Dictionary<string, AttributeValue> Write{found.Name}Attributes({found.Type} item)", found, table);
        writer.Line();
        ShapeWriter.WriteRead(writer, found);
    }

    private static void WriteVersion(SourceWriter writer, TableModel table)
    {
        var type = table.Shape.Type;
        var version = table.Shape.Members.FirstOrDefault(member => member.Role == MemberRole.Version);
        var number = version?.Value.Type == "int" ? "checked((int)version)" : "version";
        writer.Line().Line(version is null
            ? $"static long ITableItem<{type}>.VersionOf({type} item) => 0;"
            : $"static long ITableItem<{type}>.VersionOf({type} item) => item.{Naming.Escape(version.Property)};");
        writer.Line();
        var head = $"static {type} ITableItem<{type}>.WithVersion({type} item, long version) =>";
        if (version is null)
            writer.Line($"{head} item;");
        else if (table.CopiesWithVersion)
            writer.Line($"{head} item with {{ {Naming.Escape(version.Property)} = {number} }};");
        else
            ShapeWriter.WriteMake(
                writer, $"{head} new", table.Shape,
                member => member == version ? number : $"item.{Naming.Escape(member.Property)}");
    }

    private static string KeyOf(TableModel table) =>
        $"Key({string.Join(", ", KeyWriter.Members(table).Select(member => $"item.{Naming.Escape(member.Property)}"))})";
}

using System.Xml.Linq;
using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the method that makes keys.</summary>
internal static class KeyWriter
{
    public static void Write(SourceWriter writer, TableModel table)
    {
        var type = table.Shape.Type;
        writer.Line($"/// <summary>The key of one item{Describe(table)}.</summary>");
        var head = $"public static Key<{type}> Key({Parameters(Members(table))})";
        var partition = table.Partition.Write(Argument);
        if (table.Sort is null)
            writer.Line($"{head} => new({partition});");
        else
            writer.Line($"{head} =>").Indent().Call("new", [partition, table.Sort.Write(Argument)], ";").Outdent();
    }

    /// <summary>The properties that the key is made of, each once.</summary>
    public static IEnumerable<MemberModel> Members(TableModel table) =>
        table.Partition.Members.Union(table.Sort?.Members ?? []);

    public static string Parameters(IEnumerable<MemberModel> members) =>
        string.Join(", ", members.Select(member => $"{member.Value.PresentType} {Argument(member)}"));

    public static string Argument(MemberModel member) => Naming.Local(member.Property);

    /// <summary>A template as documentation shows it.</summary>
    public static string Code(IEnumerable<TemplatePart> parts) => $"<c>{new XText(string.Concat(parts))}</c>";

    private static string Describe(TableModel table)
    {
        var templates = new[] { table.Partition, table.Sort }
            .OfType<KeyPartModel>()
            .Where(key => key.IsComposed)
            .Select(key => Code(key.Template))
            .ToList();
        return templates.Count == 0 ? "" : ": " + string.Join(" and ", templates);
    }
}

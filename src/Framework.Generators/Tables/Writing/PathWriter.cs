using System.Xml.Linq;
using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the attributes that conditions and updates can name: all but the keys and the version.</summary>
internal static class PathWriter
{
    public static void Write(SourceWriter writer, TableModel table)
    {
        var members = table.Shape.Members
            .Where(member => member.Role is MemberRole.None or MemberRole.ExpiresAt)
            .ToList();
        if (members.Count == 0)
            return;
        writer.Line().Line("/// <summary>The attributes that conditions and updates can name.</summary>");
        writer.Open("public static class Attributes");
        foreach (var member in members)
        {
            if (member != members[0])
                writer.Line();
            writer
                .Line($"/// <summary>The attribute <c>{new XText(member.Attribute)}</c>.</summary>")
                .Line($"public static {Path(table.Shape.Type, member.Value)} {Naming.Escape(member.Property)} {{ get; }} =")
                .Indent()
                .Line($"new({string.Join(", ", Arguments(member))});")
                .Outdent();
        }
        writer.Close();
    }

    private static IEnumerable<string> Arguments(MemberModel member)
    {
        yield return member.Literal;
        yield return member.Value.PathFunction;
        if (member.Value.Kind is ValueKind.List or ValueKind.Set)
            yield return member.Value.ElementFunction;
    }

    private static string Path(string item, ValueModel value) => value.Kind switch
    {
        ValueKind.Text => $"TextPath<{item}, {value.Type}>",
        ValueKind.Number => $"NumberPath<{item}, {value.Type}>",
        ValueKind.Binary => $"ScalarPath<{item}, {value.Type}>",
        ValueKind.List => $"ListPath<{item}, {value.Type}, {value.Element!.Type}>",
        ValueKind.Set => $"SetPath<{item}, {value.Type}, {value.Element!.Type}>",
        _ => $"AttributePath<{item}, {value.Type}>",
    };
}

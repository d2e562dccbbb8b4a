using System.Xml.Linq;
using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the attributes that conditions and updates can name: all but the keys and the version, and what is
/// within them.</summary>
internal sealed class PathWriter(SourceWriter writer, TableModel table)
{
    // The members of every path. A property of a nested value may have the same name.
    private static readonly string[] Inherited =
        ["Path", "Keys", "IsEqualTo", "IsNotEqualTo", "IsIn", "Exists", "IsAbsent", "Equals", "GetType", "ToString"];

    private string Item => table.Shape.Type;

    public static void Write(SourceWriter writer, TableModel table) => new PathWriter(writer, table).Write();

    private void Write()
    {
        var members = table.Shape.Members
            .Where(member => member.Role is MemberRole.None or MemberRole.ExpiresAt && !table.IsInKey(member))
            .ToList();
        if (members.Count == 0)
            return;
        writer.Line().Line("/// <summary>The attributes that conditions and updates can name.</summary>");
        writer.Open("public static class Attributes");
        foreach (var member in members)
        {
            if (member != members[0])
                writer.Line();
            WriteAttribute(member);
        }
        foreach (var shape in table.Nested.Where(nested => nested.IsValue))
            WriteNested(shape);
        writer.Close();
    }

    private void WriteAttribute(MemberModel member)
    {
        var keys = Keys(member).ToList();
        var arguments = Arguments(member.Literal, member.Value, member.PathFunction, member);
        writer
            .Line($"/// <summary>The attribute <c>{new XText(member.Attribute)}</c>.</summary>")
            .Line($"public static {Type(member.Value)} {Naming.Escape(member.Property)} {{ get; }} =")
            .Indent()
            .Call("new", arguments, keys.Count == 0 ? ";" : "");
        if (keys.Count > 0)
        {
            writer.Open().Line("Keys =").Line("[").Indent();
            foreach (var key in keys)
                writer.Line(key + ",");
            writer.Outdent().Line("],").Close(";");
        }
        writer.Outdent();
    }

    private void WriteNested(ShapeModel shape)
    {
        var path = shape.Members.Any(member => member.Property == "Path") ? "base.Path" : "Path";
        writer.Line().Line($"/// <summary>What is within a <c>{new XText(shape.Type)}</c>.</summary>");
        var value = shape.Members.Any(member => member.Property == "TValue") ? "TStored" : "TValue";
        writer.Line($"public sealed class {shape.Name}Path<{value}>(")
            .Indent()
            .Line($"DocumentPath path, Func<{value}, AttributeValue?> write, Func<{value}>? absent = null)")
            .Line($": AttributePath<{Item}, {value}>(path, write, absent)")
            .Outdent()
            .Open();
        foreach (var member in shape.Members)
        {
            if (member != shape.Members[0])
                writer.Line();
            var hides = Inherited.Contains(member.Property) ? "new " : "";
            var arguments = Arguments($"{path}.Member({member.Literal})", member.Value, member.Value.PathFunction, member);
            writer
                .Line($"/// <summary>The value of <c>{new XText(member.Attribute)}</c>.</summary>")
                .Line($"public {hides}{Type(member.Value)} {Naming.Escape(member.Property)} =>")
                .Indent()
                .Call("new", arguments, ";")
                .Outdent();
        }
        writer.Close();
    }

    private string Type(ValueModel value) => value switch
    {
        { Kind: ValueKind.Text } => $"TextPath<{Item}, {value.Type}>",
        { Kind: ValueKind.Number } => $"NumberPath<{Item}, {value.Type}>",
        { Kind: ValueKind.Binary } => $"ScalarPath<{Item}, {value.Type}>",
        { Kind: ValueKind.Set, Element: { } element } => $"SetPath<{Item}, {value.Type}, {element.Type}>",
        { Kind: ValueKind.List, Element: { } element } =>
            $"IndexedListPath<{Item}, {value.Type}, {element.Type}, {Type(element)}>",
        { Kind: ValueKind.Map, Element: { } element } => $"MapPath<{Item}, {value.Type}, {Type(element)}>",
        { Shape: { } shape } when HasPath(shape) => $"{shape}Path<{value.Type}>",
        _ => $"AttributePath<{Item}, {value.Type}>",
    };

    private static List<string> Arguments(string path, ValueModel value, string write, MemberModel? member = null)
    {
        List<string> arguments = [path, write];
        if (value.Kind is ValueKind.List or ValueKind.Set)
            arguments.Add(value.ElementFunction);
        if (value is { Kind: ValueKind.List or ValueKind.Map, Element: { } element })
            arguments.Add($"static path => new({string.Join(", ", Arguments("path", element, value.ElementFunction))})");
        if (member is { IsDefaultStored: true })
            arguments.Add($"absent: static () => {member.Default}");
        return arguments;
    }

    private bool HasPath(string shape) => table.Nested.Any(nested => nested.Name == shape && nested.IsValue);

    // What an update must set with the attribute, so that the indexes stay right.
    private IEnumerable<string> Keys(MemberModel member) => table.ComposedKeys
        .Where(key => key.Members.Contains(member))
        .Select(key => $"new({Literals.Quoted(key.Attribute)}, {Function(key, member)})");

    private static string Function(KeyPartModel key, MemberModel member)
    {
        if (key.Members.Count() > 1)
            return "null";
        var (local, written) = (Naming.Local(member.Property), key.Write(found => Naming.Local(found.Property)));
        return member.Value.IsNullable
            ? $"static value => value is {{ }} {local} ? {written} : null"
            : $"static {local} => {written}";
    }
}

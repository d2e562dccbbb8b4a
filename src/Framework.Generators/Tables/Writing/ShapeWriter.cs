using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes how a type becomes attributes, and is made from them.</summary>
internal static class ShapeWriter
{
    public static void WriteNested(SourceWriter writer, ShapeModel shape)
    {
        writer.Line().Line($"private static AttributeValue Write{shape.Name}({shape.Type} item) =>")
            .Indent().Line($"MapValue.Of(Write{shape.Name}Attributes(item));").Outdent().Line();
        WriteAttributes(
            writer, $"private static Dictionary<string, AttributeValue> Write{shape.Name}Attributes({shape.Type} item)", shape);
        writer.Line().Line($"private static {shape.Type} Read{shape.Name}(StoredValue stored) =>")
            .Indent().Line($"Read{shape.Name}Attributes(MapValue.ToAttributes(stored));").Outdent().Line();
        WriteMake(
            writer,
            $"private static {shape.Type} Read{shape.Name}Attributes(Dictionary<string, AttributeValue> attributes) => new",
            shape,
            ReadMember);
    }

    public static void WriteAttributes(SourceWriter writer, string head, ShapeModel shape)
    {
        var present = shape.Members.Where(member => !IsOptional(member)).ToList();
        var optional = shape.Members.Where(IsOptional).ToList();
        if (optional.Count == 0)
            writer.Line(head + " => new()");
        else
            writer.Open(head).Line("var attributes = new Dictionary<string, AttributeValue>");
        writer.Open();
        foreach (var member in present)
            writer.Line($"[{member.Literal}] = {member.Value.Write(Property(member))},");
        writer.Close(";");
        if (optional.Count == 0)
            return;
        foreach (var member in optional)
            WriteOptional(writer, member);
        writer.Line("return attributes;").Close();
    }

    /// <summary>Writes the construction of a type from its members' values.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="head">All before the constructor's parenthesis.</param>
    /// <param name="shape">The type.</param>
    /// <param name="value">Gives a member's value.</param>
    public static void WriteMake(SourceWriter writer, string head, ShapeModel shape, Func<MemberModel, string> value)
    {
        var parameters = shape.Members.Where(member => member.Parameter is not null).ToList();
        var initialized = shape.Members.Where(member => member.Parameter is null).ToList();
        var end = initialized.Count == 0 ? ";" : "";
        if (parameters.Count == 0)
            writer.Line($"{head}(){end}");
        else
        {
            writer.Line(head + "(").Indent();
            foreach (var member in parameters)
                writer.Line($"{Naming.Escape(member.Parameter!)}: {value(member)}"
                    + (member == parameters[parameters.Count - 1] ? ")" + end : ","));
            writer.Outdent();
        }
        if (initialized.Count == 0)
            return;
        writer.Open();
        foreach (var member in initialized)
            writer.Line($"{Naming.Escape(member.Property)} = {value(member)},");
        writer.Close(";");
    }

    /// <summary>The expression that reads a member from the attributes.</summary>
    public static string ReadMember(MemberModel member)
    {
        if (member.Default is null)
            return member.Value.Read($"attributes.Required({member.Literal})");
        var find = member.Value.Kind == ValueKind.Json ? "Find" : "Optional";
        var local = Local(member);
        return $"attributes.{find}({member.Literal}) is {{ }} {local} ? {member.Value.Read(local)} : {member.Default}";
    }

    private static void WriteOptional(SourceWriter writer, MemberModel member)
    {
        var local = Local(member);
        var (name, value) = (member.Literal, member.Value);
        if (!value.IsNullable)
            writer.Line($"attributes.AddPresent({name}, {value.Write(Property(member))});");
        else
            writer.Line($"if ({Property(member)} is {{ }} {local})")
                .Indent()
                .Line($"attributes.{(value.CanBeAbsent ? "AddPresent" : "Add")}({name}, {value.Write(local)});")
                .Outdent();
    }

    private static bool IsOptional(MemberModel member) => member.Value.IsNullable || member.Value.CanBeAbsent;

    private static string Property(MemberModel member) => $"item.{Naming.Escape(member.Property)}";

    private static string Local(MemberModel member) => Naming.CamelCase(member.Property) + "Value";
}

using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes how a type becomes attributes, and how it is constructed from them.</summary>
internal static class ShapeWriter
{
    public static void WriteNested(SourceWriter writer, ShapeModel shape)
    {
        if (shape.IsValue)
            writer.Line().Line($"private static AttributeValue Write{shape.Name}({shape.Type} item) =>")
                .Indent().Line($"MapValue.Of(Write{shape.Name}Attributes(item));").Outdent();
        writer.Line();
        WriteAttributes(
            writer, $"private static Dictionary<string, AttributeValue> Write{shape.Name}Attributes({shape.Type} item)", shape);
        WriteReader(writer, shape);
    }

    public static void WriteReader(SourceWriter writer, ShapeModel shape)
    {
        if (shape.IsValue)
            writer.Line().Line($"private static {shape.Type} Read{shape.Name}(StoredValue stored) =>")
                .Indent().Line($"Read{shape.Name}Attributes(MapValue.ToAttributes(stored));").Outdent();
        writer.Line();
        WriteRead(writer, shape);
    }

    /// <summary>Writes the item, or a case of it, with the keys that are stored in attributes of their own.</summary>
    public static void WriteItemAttributes(SourceWriter writer, string head, ShapeModel shape, TableModel table) =>
        WriteAttributes(writer, head, shape, table.ComposedKeys.ToList(), table.Union is null ? table.TypeName : null);

    public static void WriteRead(SourceWriter writer, ShapeModel shape) => WriteMake(
        writer,
        $"private static {shape.Type} Read{shape.Name}Attributes(Dictionary<string, AttributeValue> attributes) => new",
        shape,
        ReadMember);

    private static void WriteAttributes(
        SourceWriter writer, string head, ShapeModel shape, IReadOnlyList<KeyPartModel>? keys = null, string? typeName = null)
    {
        var present = (keys ?? []).Where(key => !IsOptional(key))
            .Select(key => $"[{Literals.Quoted(key.Attribute)}] = {key.Write(Property)}.ToAttributeValue(),")
            .Concat(typeName is null ? [] : [$"[\"_type\"] = TextValue.Of({Literals.Quoted(typeName)}),"])
            .Concat(shape.Members.Where(member => !IsOptional(member))
                .Select(member => $"[{member.Literal}] = {member.Write(Property(member))},"))
            .ToList();
        var optionalKeys = (keys ?? []).Where(IsOptional).ToList();
        var optional = shape.Members.Where(IsOptional).ToList();
        var hasOptional = optionalKeys.Count + optional.Count > 0;
        // Large enough from the start: growing costs more than the values do.
        var capacity = present.Count + optionalKeys.Count + optional.Count;
        if (hasOptional)
            writer.Open(head).Line($"var attributes = new Dictionary<string, AttributeValue>({capacity})");
        else
            writer.Line($"{head} => new({capacity})");
        writer.Open();
        foreach (var line in present)
            writer.Line(line);
        writer.Close(";");
        if (!hasOptional)
            return;
        foreach (var key in optionalKeys)
            WriteOptional(writer, key);
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
            writer.Line($"attributes.AddPresent({name}, {value.Write(Property(member), name)});");
        else
            writer.Line($"if ({Property(member)} is {{ }} {local})")
                .Indent()
                .Line($"attributes.{(value.CanBeAbsent ? "AddPresent" : "Add")}({name}, {member.Write(local)});")
                .Outdent();
    }

    private static void WriteOptional(SourceWriter writer, KeyPartModel key)
    {
        var nullable = key.Members.Where(member => member.Value.IsNullable).ToList();
        var present = nullable.Select(member => $"{Property(member)} is {{ }} {Naming.Local(member.Property)}");
        writer.Line($"if ({string.Join(" && ", present)})")
            .Indent()
            .Line($"attributes.Add({Literals.Quoted(key.Attribute)}, {key.Write(Value)}.ToAttributeValue());")
            .Outdent();

        string Value(MemberModel member) => nullable.Contains(member) ? Naming.Local(member.Property) : Property(member);
    }

    private static bool IsOptional(KeyPartModel key) => key.Members.Any(member => member.Value.IsNullable);

    private static bool IsOptional(MemberModel member) => member.Value.IsNullable || member.Value.CanBeAbsent;

    private static string Property(MemberModel member) => $"item.{Naming.Escape(member.Property)}";

    private static string Local(MemberModel member) => Naming.CamelCase(member.Property) + "Value";
}

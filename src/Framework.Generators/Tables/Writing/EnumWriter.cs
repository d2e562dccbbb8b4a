using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes how an enum is stored: by name or by number.</summary>
internal static class EnumWriter
{
    public static void Write(SourceWriter writer, EnumModel model)
    {
        writer.Line();
        if (model.Number is { } number)
            writer.Line(
                $"private static AttributeValue Write{model.Name}({model.Type} value) => NumberValue.Of(({number})value);");
        else
            WriteName(writer, model);
        WriteReader(writer, model);
    }

    public static void WriteReader(SourceWriter writer, EnumModel model)
    {
        writer.Line();
        if (model.Number is { } number)
            writer.Line($"private static {model.Type} Read{model.Name}(StoredValue stored) =>")
                .Indent().Line($"({model.Type})NumberValue.ToNumber<{number}>(stored);").Outdent();
        else
            ReadName(writer, model);
    }

    private static void WriteName(SourceWriter writer, EnumModel model)
    {
        writer.Line($"private static AttributeValue Write{model.Name}({model.Type} value) => Write{model.Name}(value, \"value\");")
            .Line()
            .Open($"private static AttributeValue Write{model.Name}({model.Type} value, string attribute) => TextValue.Of(value switch");
        foreach (var member in model.Members)
            writer.Line($"{model.Type}.{Naming.Escape(member)} => \"{member}\",");
        writer.Line("_ => throw StoredAttributes.Nameless(attribute),");
        writer.Close(");");
    }

    private static void ReadName(SourceWriter writer, EnumModel model)
    {
        writer.Open($"private static {model.Type} Read{model.Name}(StoredValue stored) => stored.Value.S switch");
        foreach (var member in model.Members)
            writer.Line($"\"{member}\" => {model.Type}.{Naming.Escape(member)},");
        var name = model.Type.Split('.', ':').Last();
        writer.Line($"_ => throw stored.Mismatch(\"the name of a {name}\"),");
        writer.Close(";");
    }
}

using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes how an enum is stored: by name or by number.</summary>
internal static class EnumWriter
{
    public static void Write(SourceWriter writer, EnumModel model)
    {
        writer.Line();
        if (model.Number is not null)
            WriteByNumber(writer, model, model.Number);
        else
            WriteByName(writer, model);
    }

    private static void WriteByNumber(SourceWriter writer, EnumModel model, string number) => writer
        .Line($"private static AttributeValue Write{model.Name}({model.Type} value) => NumberValue.Of(({number})value);")
        .Line()
        .Line($"private static {model.Type} Read{model.Name}(StoredValue stored) =>")
        .Indent()
        .Line($"({model.Type})NumberValue.ToNumber<{number}>(stored);")
        .Outdent();

    private static void WriteByName(SourceWriter writer, EnumModel model)
    {
        writer.Open($"private static AttributeValue Write{model.Name}({model.Type} value) => TextValue.Of(value switch");
        foreach (var member in model.Members)
            writer.Line($"{model.Type}.{Naming.Escape(member)} => \"{member}\",");
        writer.Line("_ => throw new ArgumentOutOfRangeException(nameof(value), value, \"It has no name to store.\"),");
        writer.Close(");").Line();
        writer.Open($"private static {model.Type} Read{model.Name}(StoredValue stored) => stored.Value.S switch");
        foreach (var member in model.Members)
            writer.Line($"\"{member}\" => {model.Type}.{Naming.Escape(member)},");
        writer.Line($"_ => throw stored.Mismatch(\"the name of a {model.Type.Split('.', ':').Last()}\"),");
        writer.Close(";");
    }
}

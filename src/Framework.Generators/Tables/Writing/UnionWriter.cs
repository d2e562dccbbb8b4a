using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes how the type of a value is found where several are possible.</summary>
internal static class UnionWriter
{
    public static void WriteItem(SourceWriter writer, UnionModel union)
    {
        WriteSwitch(
            writer, $"static Dictionary<string, AttributeValue> ITableItem<{union.Type}>.Write({union.Type} item)", union,
            found => $"Write{found.Method}Attributes({found.Local}).WithType({found.Literal})");
        ReadSwitch(
            writer, $"static {union.Type} ITableItem<{union.Type}>.Read(Dictionary<string, AttributeValue> attributes)", union);
    }

    public static void WriteNested(SourceWriter writer, UnionModel union)
    {
        writer.Line();
        WriteSwitch(
            writer, $"private static AttributeValue Write{union.Name}({union.Type} item)", union,
            found => $"MapValue.Of(Write{found.Method}Attributes({found.Local}).WithType({found.Literal}))");
        WriteReader(writer, union);
    }

    public static void WriteReader(SourceWriter writer, UnionModel union)
    {
        writer.Line().Line($"private static {union.Type} Read{union.Name}(StoredValue stored) =>")
            .Indent().Line($"Read{union.Name}Attributes(MapValue.ToAttributes(stored));").Outdent();
        ReadSwitch(
            writer,
            $"private static {union.Type} Read{union.Name}Attributes(Dictionary<string, AttributeValue> attributes)",
            union);
    }

    private static void WriteSwitch(SourceWriter writer, string head, UnionModel union, Func<DerivedModel, string> write)
    {
        writer.Open($"{head} => item switch");
        foreach (var found in union.Cases)
            writer.Line($"{found.Pattern} => {write(found)},");
        writer.Line($"_ => throw new ArgumentException(\"It is of a type that {union.Type} does not name.\", nameof(item)),");
        writer.Close(";");
    }

    private static void ReadSwitch(SourceWriter writer, string head, UnionModel union)
    {
        writer.Line().Open($"{head} => attributes.TypeOrNull() switch");
        foreach (var found in union.Cases)
            writer.Line($"{(found == union.Fallback ? "null or " : "")}{found.Literal} => Read{found.Method}Attributes(attributes),");
        writer.Line($"_ => throw attributes.UnknownType(\"{union.Type}\"),");
        writer.Close(";");
    }
}

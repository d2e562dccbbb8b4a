using Framework.Generators.Tables.Models;

namespace Framework.Generators.Tables.Writing;

/// <summary>Writes the generated half of a type with <c>[Projection]</c>.</summary>
internal static class ViewWriter
{
    public static string Write(ViewModel view) => FileWriter.Write(
        view.Place, $"IProjection<{view.Item}, {view.Shape.Type}>", writer => Write(writer, view));

    private static void Write(SourceWriter writer, ViewModel view)
    {
        var contract = $"IProjection<{view.Item}, {view.Shape.Type}>";
        writer.Line($"static IReadOnlyList<string> {contract}.Attributes {{ get; }} =")
            .Indent()
            .Line($"[{string.Join(", ", view.Shape.Members.Select(member => member.Literal))}];")
            .Outdent()
            .Line();
        ShapeWriter.WriteMake(
            writer, $"static {view.Shape.Type} {contract}.Read(Dictionary<string, AttributeValue> attributes) => new",
            view.Shape, ShapeWriter.ReadMember);
        foreach (var union in view.Unions)
            UnionWriter.WriteReader(writer, union);
        foreach (var nested in view.Nested)
            ShapeWriter.WriteReader(writer, nested);
        foreach (var enumeration in view.Enums)
            EnumWriter.WriteReader(writer, enumeration);
    }
}

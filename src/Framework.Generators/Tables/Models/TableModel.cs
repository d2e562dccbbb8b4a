namespace Framework.Generators.Tables.Models;

/// <summary>A type with <c>[Table]</c>, and all that its mapping is written from.</summary>
/// <param name="Namespace">The namespace; null for none.</param>
/// <param name="Containers">The declarations of the types around it, outermost first.</param>
/// <param name="Declaration">Its own declaration, such as <c>partial record</c>.</param>
/// <param name="FileName">The generated file's name.</param>
/// <param name="CopiesWithVersion">Whether <c>with</c> can set the version.</param>
/// <param name="Shape">Its properties.</param>
/// <param name="Nested">The types of its values that are stored as maps of their own.</param>
/// <param name="Enums">The enums of its values.</param>
internal sealed record TableModel(
    string? Namespace,
    EquatableArray<string> Containers,
    string Declaration,
    string FileName,
    bool CopiesWithVersion,
    ShapeModel Shape,
    EquatableArray<ShapeModel> Nested,
    EquatableArray<EnumModel> Enums)
{
    public MemberModel? Find(MemberRole role) => Shape.Members.FirstOrDefault(member => member.Role == role);
}

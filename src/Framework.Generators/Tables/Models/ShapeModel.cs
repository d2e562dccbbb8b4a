namespace Framework.Generators.Tables.Models;

/// <summary>The stored properties of one type.</summary>
/// <param name="Type">The type as it is written in the generated file.</param>
/// <param name="Name">The type's name in the names of its methods, such as <c>Address</c> in <c>ReadAddress</c>.</param>
/// <param name="Members">The properties, the constructor's first and in its order.</param>
internal sealed record ShapeModel(string Type, string Name, EquatableArray<MemberModel> Members)
{
    /// <summary>Whether values of exactly this type are stored, and not only as a case of another type.</summary>
    public bool IsValue { get; init; } = true;
}

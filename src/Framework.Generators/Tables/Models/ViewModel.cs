namespace Framework.Generators.Tables.Models;

/// <summary>A type with <c>[Projection]</c>, with everything that its reading is written from.</summary>
/// <param name="Place">Where it is declared.</param>
/// <param name="Item">The item as it is written in the generated file.</param>
/// <param name="Shape">Its properties.</param>
/// <param name="Nested">The types of its values that are stored as maps of their own.</param>
/// <param name="Unions">The types among them whose values are of one of several types.</param>
/// <param name="Enums">The enums of its values.</param>
internal sealed record ViewModel(
    TypePlace Place,
    string Item,
    ShapeModel Shape,
    EquatableArray<ShapeModel> Nested,
    EquatableArray<UnionModel> Unions,
    EquatableArray<EnumModel> Enums);

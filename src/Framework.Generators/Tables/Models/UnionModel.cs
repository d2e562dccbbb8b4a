namespace Framework.Generators.Tables.Models;

/// <summary>A type whose values are of one of several types, named by a discriminator.</summary>
/// <param name="Type">The type as it is written in the generated file.</param>
/// <param name="Name">The type's name in the names of its methods.</param>
/// <param name="Cases">The types, those that derive from others before them.</param>
/// <param name="Fallback">The type that is meant where no discriminator is stored.</param>
internal sealed record UnionModel(string Type, string Name, EquatableArray<DerivedModel> Cases, DerivedModel? Fallback);

namespace Framework.Generators.Endpoints.Models;

/// <summary>What binding and validation must know of a body's type and of the types in it.</summary>
/// <param name="AllowsNullItems">Whether a collection in it may hold nulls.</param>
/// <param name="Names">The types whose members have names of their own in JSON, the body's own first; empty where all
/// names are those of the naming policy.</param>
internal sealed record BodyModel(bool AllowsNullItems, EquatableArray<FieldNamesModel> Names);

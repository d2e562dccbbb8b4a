namespace Framework.Generators.Endpoints.Models;

/// <summary>The members of one type, as far as their JSON names differ from the usual ones.</summary>
internal sealed record FieldNamesModel(string TypeName, string Name, EquatableArray<FieldNameModel> Fields);

namespace Framework.Generators.Tables.Models;

/// <summary>An enum that is stored by its names, or by its numbers.</summary>
/// <param name="Type">The type as it is written in the generated file.</param>
/// <param name="Name">The type's name in the names of its methods, such as <c>Status</c> in <c>ReadStatus</c>.</param>
/// <param name="Number">The type of its numbers; null where it is stored by name.</param>
/// <param name="Members">The names of its values, each value once.</param>
internal sealed record EnumModel(string Type, string Name, string? Number, EquatableArray<string> Members);

namespace Framework.Generators.Tables.Models;

/// <summary>What became of a type with <c>[Projection]</c>: a model, or what is wrong with it.</summary>
internal sealed record ViewResult(ViewModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

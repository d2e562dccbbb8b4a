namespace Framework.Generators.Tables.Models;

/// <summary>The result of reading a type with <c>[Projection]</c>: a model, or diagnostics.</summary>
internal sealed record ViewResult(ViewModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

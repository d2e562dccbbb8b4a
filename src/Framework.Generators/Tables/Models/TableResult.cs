namespace Framework.Generators.Tables.Models;

/// <summary>What became of a type with <c>[Table]</c>: a model, or what is wrong with it.</summary>
internal sealed record TableResult(TableModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

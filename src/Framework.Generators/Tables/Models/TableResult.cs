namespace Framework.Generators.Tables.Models;

/// <summary>The result of reading a type with <c>[Table]</c>: a model, or diagnostics.</summary>
internal sealed record TableResult(TableModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

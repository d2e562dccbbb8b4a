namespace Framework.Generators.Endpoints.Models;

/// <summary>What HandleAsync answers.</summary>
internal sealed record AnswerModel(AnswerKind Kind, string? ValueType, int StatusCode);

namespace Framework.Generators.Endpoints.Models;

/// <summary>What HandleAsync answers.</summary>
internal sealed record ResponseModel(ResponseKind Kind, string? ValueType, int StatusCode);

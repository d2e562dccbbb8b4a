namespace Framework.Generators.Endpoints.Models;

/// <summary>The response of HandleAsync.</summary>
internal sealed record ResponseModel(ResponseKind Kind, string? ValueType, int StatusCode);

namespace Framework.Generators.Endpoints.Models;

/// <summary>Limits of an endpoint's body; zero for each that it does not have of its own.</summary>
internal sealed record LimitsModel(int MaxBytes, int MaxDepth, int MaxParts);

namespace Framework.Generators.Endpoints.Models;

/// <summary>An endpoint's own origins.</summary>
internal sealed record CorsModel(EquatableArray<string> Origins, bool AllowCredentials);

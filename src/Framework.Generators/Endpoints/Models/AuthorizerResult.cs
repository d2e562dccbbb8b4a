namespace Framework.Generators.Endpoints.Models;

/// <summary>The result of reading one Lambda authorizer: its model, or its diagnostics.</summary>
/// <param name="Model">The model; null where something is wrong.</param>
/// <param name="Location">Where the class stands.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record AuthorizerResult(AuthorizerModel? Model, LocationInfo? Location, EquatableArray<DiagnosticInfo> Diagnostics);

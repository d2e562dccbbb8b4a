namespace Framework.Generators.Endpoints.Models;

/// <summary>The result of reading one endpoint: its model, or its diagnostics.</summary>
/// <param name="Model">The model; null where something is wrong.</param>
/// <param name="Location">Where the class stands.</param>
/// <param name="Json">The types of its body and its response, which a JSON context must know.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record EndpointResult(
    EndpointModel? Model, LocationInfo? Location, EquatableArray<JsonUse> Json, EquatableArray<DiagnosticInfo> Diagnostics);

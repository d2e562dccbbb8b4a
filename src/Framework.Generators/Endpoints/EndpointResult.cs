namespace Framework.Generators.Endpoints;

/// <summary>What reading one endpoint gave: its model, or what is wrong with it.</summary>
internal sealed record EndpointResult(EndpointModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

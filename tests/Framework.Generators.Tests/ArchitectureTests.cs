using Framework.Architecture;
using Framework.Generators.Endpoints;

namespace Framework.Generators.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>: what a reader reads becomes a model, and a writer
/// writes a model. Endpoints, tables and services share <c>Common</c> and nothing else.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(EndpointGenerator).Assembly,
    [
        new("Common"),
        new("Endpoints/Models", "Common"),
        new("Endpoints/Diagnostics", "Common"),
        new("Endpoints/Reading", "Common", "Endpoints/Models", "Endpoints/Diagnostics"),
        new("Endpoints/Checks", "Common", "Endpoints/Models", "Endpoints/Diagnostics", "Endpoints/Reading"),
        new("Endpoints/Writing", "Common", "Endpoints/Models"),
        new("Endpoints", "Common", "Endpoints/Models", "Endpoints/Diagnostics", "Endpoints/Reading", "Endpoints/Checks", "Endpoints/Writing"),
        new("Tables/Models", "Common"),
        new("Tables/Diagnostics", "Common"),
        new("Tables/Reading", "Common", "Tables/Models", "Tables/Diagnostics"),
        new("Tables/Writing", "Common", "Tables/Models"),
        new("Tables", "Common", "Tables/Models", "Tables/Diagnostics", "Tables/Reading", "Tables/Writing"),
        new("Services", "Common"),
    ]);

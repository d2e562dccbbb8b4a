using Framework.Architecture;

namespace Framework.AmazonLambda.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(typeof(HttpApiFunction).Assembly, [new("")]);

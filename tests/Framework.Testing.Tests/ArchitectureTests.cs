using Framework.Architecture;

namespace Framework.Testing.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(typeof(TestService).Assembly, [new("RuntimeApi"), new("")]);

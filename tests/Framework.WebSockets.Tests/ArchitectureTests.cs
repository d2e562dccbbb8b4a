using Framework.Architecture;

namespace Framework.WebSockets.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(ConnectionServices).Assembly,
    [
        new("") { IsContract = true },
        new("Sending"),
    ]);

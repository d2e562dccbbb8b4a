using Framework.Architecture;

namespace Framework.WebSockets.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(ConnectionServices).Assembly,
    [
        new("") { IsContract = true },
        new("Calls"),
        new("Sending", "Calls"),
    ])
{
    [Fact]
    public void What_calls_AWS_knows_nothing_of_connections() => Assert.All(
        Directory.GetFiles(Path.Combine(SourceFolder, "Calls")),
        file => Assert.DoesNotMatch("(?i)websocket(?!s.Calls)|@connections|IConnections|gateway", File.ReadAllText(file)));
}

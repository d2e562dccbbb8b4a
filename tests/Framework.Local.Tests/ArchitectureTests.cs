using System.ComponentModel;
using System.Reflection;
using Framework.Architecture;

namespace Framework.Local.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(LocalCloud).Assembly,
    [
        new("") { IsContract = true },
        new("CommandLine"),
        new("Updates"),
        new("Output"),
        new("Pages", "Output"),
        new("Access"),
        new("Data", "CommandLine", "Access"),
        new("Issuer", "Pages"),
        new("Gateway", "CommandLine", "Output", "Issuer"),
        new("WebSockets", "Access", "Output", "Gateway"),
        new("Browsing", "CommandLine", "Output", "Pages", "Data", "Issuer", "Gateway", "WebSockets"),
        new("Hosting", "Access", "CommandLine", "Output", "Pages", "Data", "Issuer", "Gateway", "WebSockets", "Browsing"),
    ])
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> MutableStatics => ["Framework.Local.Updates.CodeUpdates.Applied"];

    // A test of a service names its front door.
    [Fact]
    public void What_only_generated_code_calls_is_hidden_from_completion() => Assert.All(
        Library.GetExportedTypes().Where(type => type != typeof(LocalFrontDoor)),
        type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
}

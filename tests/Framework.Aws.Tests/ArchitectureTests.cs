using Framework.Architecture;
using Framework.Aws.Signing;

namespace Framework.Aws.Tests;

/// <summary>Holds the project to the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests() : ProjectArchitecture(
    typeof(AwsCall).Assembly,
    [
        new("Signing"),
        new("Sending", "Signing"),
    ])
{
    [Fact]
    public void It_has_no_public_types() => Assert.Empty(Library.GetExportedTypes());
}

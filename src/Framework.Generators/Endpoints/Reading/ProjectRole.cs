using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>What the project is, as the package's build files say it; without them, a program is a service.</summary>
/// <param name="IsService">Whether it runs as the function, and so serves the endpoints of the libraries that it references.
/// A test project does not.</param>
/// <param name="IsLibrary">Whether a service serves its endpoints, with that service's own JSON.</param>
internal sealed record ProjectRole(bool IsService, bool IsLibrary)
{
    private const string Property = "build_property.FrameworkService";

    public static ProjectRole Of(AnalyzerConfigOptions options, OutputKind output) => options.TryGetValue(Property, out var service)
        ? new(service.Equals("true", StringComparison.OrdinalIgnoreCase), IsLibrary: service.Length == 0)
        : new(output != OutputKind.DynamicallyLinkedLibrary, IsLibrary: false);
}

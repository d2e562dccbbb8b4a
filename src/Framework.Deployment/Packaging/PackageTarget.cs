using Framework.Deployment.Model;
using Framework.Functions;

namespace Framework.Deployment.Packaging;

/// <summary>What a package is made for.</summary>
/// <param name="Architecture">The processor.</param>
/// <param name="Runtime">How its functions run.</param>
internal sealed record PackageTarget(FunctionArchitecture Architecture, FunctionRuntime Runtime)
{
    /// <summary>The processor, as Lambda names it.</summary>
    public string Processor => Architecture == FunctionArchitecture.Arm64 ? "arm64" : "x86_64";

    /// <summary>The processor, as .NET names it.</summary>
    public string RuntimeIdentifier => Architecture == FunctionArchitecture.Arm64 ? "linux-arm64" : "linux-x64";

    public bool IsNative => Runtime != FunctionRuntime.Managed;

    /// <summary>What all functions of a service are, for one package serves them all.</summary>
    /// <exception cref="DeploymentException">They differ.</exception>
    public static PackageTarget Of(DeploymentModel model)
    {
        var first = model.Functions[0];
        var other = model.Functions.FirstOrDefault(function => TargetOf(function) != TargetOf(first));
        return other is null
            ? TargetOf(first)
            : throw new DeploymentException(
                $"{first.Name} and {other.Name} differ in Architecture or Runtime, and one package serves all functions: set both on the assembly, [assembly: Function(Architecture = ...)], alone.");
    }

    private static PackageTarget TargetOf(FunctionModel function) => new(function.Settings.Architecture, function.Settings.Runtime);
}

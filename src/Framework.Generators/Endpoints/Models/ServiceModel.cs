namespace Framework.Generators.Endpoints.Models;

/// <summary>What the generator knows of the project as a whole.</summary>
/// <param name="AssemblyName">Its assembly.</param>
/// <param name="IsService">Whether it runs as the function.</param>
/// <param name="HasLocalCloud">Whether it references the local cloud.</param>
/// <param name="CallsElsewhere">Whether its code or its libraries may call servers that no constructor names.</param>
/// <param name="Calls">Whether a constructor names what calls a server, or the service may read parameters when it
/// starts.</param>
/// <param name="AsksForConfiguration">Whether a constructor or options ask for the configuration.</param>
internal sealed record ServiceModel(string AssemblyName, bool IsService, bool HasLocalCloud, bool CallsElsewhere, bool Calls, bool AsksForConfiguration)
{
    /// <summary>What generated code writes into a service's assembly: its endpoints are served by itself, and not by what
    /// references it, such as its tests.</summary>
    public const string Mark = "Framework.Service";
}

namespace Framework.Generators.Endpoints;

/// <summary>What the project as a whole says.</summary>
/// <param name="AssemblyName">Its assembly.</param>
/// <param name="IsService">Whether it runs as the function.</param>
/// <param name="HasLocalCloud">Whether it references the local cloud.</param>
/// <param name="CallsElsewhere">Whether its code or its libraries may call servers that no constructor names.</param>
/// <param name="Calls">Whether a constructor names what calls a server, or the service may read parameters when it starts.</param>
/// <param name="AsksForConfiguration">Whether a constructor or options ask for the configuration.</param>
internal sealed record ServiceModel(string AssemblyName, bool IsService, bool HasLocalCloud, bool CallsElsewhere, bool Calls, bool AsksForConfiguration);

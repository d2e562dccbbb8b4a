namespace Framework.Generators.Endpoints;

/// <summary>What the project as a whole says.</summary>
internal sealed record ServiceModel(string AssemblyName, bool IsExecutable, bool HasLocalCloud);

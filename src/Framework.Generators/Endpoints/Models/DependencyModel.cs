namespace Framework.Generators.Endpoints.Models;

/// <summary>A service that a constructor asks for.</summary>
/// <param name="TypeName">Its type, fully qualified.</param>
/// <param name="Key">The C# text of the key that it is registered by; null where it has none.</param>
/// <param name="IsOptional">Whether null will do where nobody registered it.</param>
internal sealed record DependencyModel(string TypeName, string? Key, bool IsOptional);

namespace Framework.Resources;

/// <summary>A service that a constructor asks for, and so a resource that the function may touch.</summary>
/// <param name="Type">The service's type.</param>
/// <param name="Key">The key that it is registered by; null where it has none.</param>
/// <param name="IsOptional">Whether the constructor also takes null, where nobody registered the service.</param>
public sealed record Dependency(Type Type, object? Key = null, bool IsOptional = false);

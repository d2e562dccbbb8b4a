namespace Framework.Resources;

/// <summary>Says what a function may do whose constructor asks for this service: it is the function's IAM policy.</summary>
/// <param name="kind">The kind of resource.</param>
/// <param name="access">What the function may do with it.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class GrantsAttribute(ResourceKind kind, ResourceAccess access) : Attribute
{
    /// <summary>The kind of resource.</summary>
    public ResourceKind Kind { get; } = kind;

    /// <summary>What the function may do with it.</summary>
    public ResourceAccess Access { get; } = access;
}

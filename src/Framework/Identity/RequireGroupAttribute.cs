namespace Framework.Identity;

/// <summary>Admits only callers in one of these groups. Where an endpoint has two, a caller must meet both.</summary>
/// <param name="anyOf">The groups' names, compared exactly.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequireGroupAttribute(params string[] anyOf) : Attribute
{
    /// <summary>The groups of which the caller must be in one.</summary>
    public IReadOnlyList<string> AnyOf { get; } = anyOf;
}

namespace Framework.Identity;

/// <summary>Admits only tokens that grant one of these scopes. Where an endpoint has two, a caller must meet both.</summary>
/// <param name="anyOf">The scopes' names, compared exactly.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequireScopeAttribute(params string[] anyOf) : Attribute
{
    /// <summary>The scopes of which the token must grant one.</summary>
    public IReadOnlyList<string> AnyOf { get; } = anyOf;
}

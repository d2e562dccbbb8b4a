namespace Framework.Routing;

/// <summary>What the routes of a class, or of all endpoints that derive from it, begin with. Prefixes of several base classes
/// follow each other, the furthest one first.</summary>
/// <param name="prefix">The beginning, such as <c>/admin</c> or <c>/shops/{shop}</c>, whose names are parameters of each
/// handler. A route of <c>/</c> is the prefix alone.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RoutePrefixAttribute(string prefix) : Attribute
{
    /// <summary>The beginning.</summary>
    public string Prefix { get; } = prefix;
}

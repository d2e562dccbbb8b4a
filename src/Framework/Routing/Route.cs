namespace Framework.Routing;

/// <summary>One route of the tree.</summary>
internal sealed record Route<T>(RouteTemplate Template, T Target);

using Framework.Http;

namespace Framework.Routing;

/// <summary>Finds the route of a method and path. The cost grows with the path's segments, not with the number of
/// routes. At each segment a literal comes before a parameter and a parameter before a catch-all; a choice that leads
/// to no route is undone.</summary>
/// <typeparam name="T">What a route leads to.</typeparam>
internal sealed class RouteTree<T> where T : class
{
    private readonly RouteNode<T> _root = new();

    /// <summary>Adds a route.</summary>
    /// <exception cref="InvalidOperationException">Another route takes the same method and paths.</exception>
    public void Add(string method, RouteTemplate template, T target)
    {
        var node = _root;
        foreach (var segment in template.Segments)
            node = node.Child(segment);
        if (!node.Routes.TryAdd(method, new Route<T>(template, target)))
            throw new InvalidOperationException($"Two endpoints have the route {method} {template.Text}.");
    }

    /// <summary>Finds the most specific route of a method and path.</summary>
    public Route<T>? Find(string method, string path) =>
        path.StartsWith('/') ? Find(_root, method, Rest(path)) : null;

    /// <summary>The methods that any route of the path takes, sorted; empty where no route takes the path.</summary>
    public SortedSet<string> MethodsOf(string path)
    {
        var methods = new SortedSet<string>(StringComparer.Ordinal);
        if (path.StartsWith('/'))
            Collect(_root, Rest(path), methods);
        return methods;
    }

    // What is left of a path begins with its slash, or is empty at the end.
    private static ReadOnlySpan<char> Rest(string path) => path.Length == 1 ? default : path;

    private static Route<T>? Find(RouteNode<T> node, string method, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
            return node.Routes.GetValueOrDefault(method);
        var segment = FirstSegment(rest, out var tail);
        if (!segment.IsEmpty)
        {
            if (node.Literal(segment) is { } literal && Find(literal, method, tail) is { } exact)
                return exact;
            if (node.Parameter is { } parameter && Find(parameter, method, tail) is { } filled)
                return filled;
        }
        return rest.Length > 1 ? node.CatchAll?.Routes.GetValueOrDefault(method) : null;
    }

    private static void Collect(
        RouteNode<T> node, ReadOnlySpan<char> rest, SortedSet<string> methods)
    {
        if (rest.IsEmpty)
        {
            methods.UnionWith(node.Routes.Keys);
            return;
        }
        var segment = FirstSegment(rest, out var tail);
        if (!segment.IsEmpty && node.Literal(segment) is { } literal)
            Collect(literal, tail, methods);
        if (!segment.IsEmpty && node.Parameter is { } parameter)
            Collect(parameter, tail, methods);
        if (rest.Length > 1 && node.CatchAll is { } catchAll)
            methods.UnionWith(catchAll.Routes.Keys);
    }

    private static ReadOnlySpan<char> FirstSegment(ReadOnlySpan<char> rest, out ReadOnlySpan<char> tail)
    {
        var slash = rest[1..].IndexOf('/') + 1;
        var segment = slash == 0 ? rest[1..] : rest[1..slash];
        tail = slash == 0 ? default : rest[slash..];
        return segment.Contains('%') ? PathText.Decode(segment) : segment;
    }
}

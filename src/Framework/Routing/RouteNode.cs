namespace Framework.Routing;

/// <summary>A place in the tree: what may follow it, and the routes that end here by method.</summary>
internal sealed class RouteNode<T> where T : class
{
    private Dictionary<string, RouteNode<T>>? _literals;

    public Dictionary<string, Route<T>> Routes { get; } = new(1, StringComparer.Ordinal);

    public RouteNode<T>? Parameter { get; private set; }

    public RouteNode<T>? CatchAll { get; private set; }

    public RouteNode<T>? Literal(ReadOnlySpan<char> text)
    {
        RouteNode<T>? node = null;
        _literals?.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out node);
        return node;
    }

    /// <summary>The node after a segment; it is created where it does not exist.</summary>
    public RouteNode<T> Child(RouteSegment segment)
    {
        switch (segment.Kind)
        {
            case RouteSegmentKind.Parameter:
                return Parameter ??= new RouteNode<T>();
            case RouteSegmentKind.CatchAll:
                return CatchAll ??= new RouteNode<T>();
            default:
                _literals ??= new Dictionary<string, RouteNode<T>>(StringComparer.Ordinal);
                if (!_literals.TryGetValue(segment.Text, out var node))
                    _literals[segment.Text] = node = new RouteNode<T>();
                return node;
        }
    }
}

namespace Framework.Routing;

/// <summary>A route's path with its parameters: <c>/todos/{id}</c>, or <c>/files/{path+}</c> where the last one takes all
/// that is left. The syntax is API Gateway's.</summary>
internal sealed class RouteTemplate
{
    private RouteTemplate(string text, RouteSegment[] segments)
    {
        Text = text;
        Segments = segments;
    }

    public string Text { get; }

    public IReadOnlyList<RouteSegment> Segments { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">The text is not a template; the message says what would be right.</exception>
    public static RouteTemplate Parse(string text)
    {
        if (!text.StartsWith('/'))
            throw new FormatException($"The route '{text}' must begin with '/'.");
        if (text == "/")
            return new RouteTemplate(text, []);
        var segments = text[1..].Split('/').Select(segment => ParseSegment(text, segment)).ToArray();
        if (segments.SkipLast(1).Any(segment => segment.Kind == RouteSegmentKind.CatchAll))
            throw new FormatException($"The route '{text}' has a catch-all that is not its last segment.");
        return new RouteTemplate(text, segments);
    }

    private static RouteSegment ParseSegment(string template, string segment)
    {
        if (segment.Length == 0)
            throw new FormatException($"The route '{template}' has an empty segment.");
        if (!segment.StartsWith('{'))
            return segment.AsSpan().IndexOfAny('{', '}') < 0
                ? new RouteSegment(RouteSegmentKind.Literal, segment)
                : throw new FormatException($"In the route '{template}', '{segment}' must be a literal or one {{name}}.");
        var isCatchAll = segment.EndsWith("+}", StringComparison.Ordinal);
        var name = segment[1..^(isCatchAll ? 2 : 1)];
        if (!segment.EndsWith('}') || name.Length == 0 || name.AsSpan().IndexOfAny('{', '}', '+') >= 0)
            throw new FormatException($"In the route '{template}', '{segment}' must be {{name}} or {{name+}}.");
        return new RouteSegment(isCatchAll ? RouteSegmentKind.CatchAll : RouteSegmentKind.Parameter, name);
    }
}

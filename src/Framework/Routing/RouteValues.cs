using Framework.Http;

namespace Framework.Routing;

/// <summary>The values of a route's parameters, cut out of the path when they are asked for.</summary>
internal readonly struct RouteValues(RouteTemplate template, string path)
{
    public static RouteValues None { get; } = new(RouteTemplate.Parse("/"), "/");

    /// <summary>The values of all names, decoded once.</summary>
    public static Dictionary<string, string> All(RouteTemplate template, string path)
    {
        var values = new RouteValues(template, path);
        return template.Segments.Where(segment => segment.Kind != RouteSegmentKind.Literal)
            .ToDictionary(segment => segment.Text, segment => values[segment.Text] ?? "", StringComparer.Ordinal);
    }

    /// <summary>The value of a name, decoded once; null where the route has no such name.</summary>
    public string? this[string name]
    {
        get
        {
            var start = 1;
            foreach (var segment in template.Segments)
            {
                var end = path.IndexOf('/', start);
                if (end < 0 || segment.Kind == RouteSegmentKind.CatchAll)
                    end = path.Length;
                if (segment.Kind != RouteSegmentKind.Literal && segment.Text == name)
                    return PathText.Decode(path.AsSpan(start, end - start));
                start = end + 1;
            }
            return null;
        }
    }
}

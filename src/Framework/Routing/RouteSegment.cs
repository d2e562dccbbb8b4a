namespace Framework.Routing;

/// <summary>One segment of a route: a literal's text, or a parameter's name.</summary>
internal readonly record struct RouteSegment(RouteSegmentKind Kind, string Text);

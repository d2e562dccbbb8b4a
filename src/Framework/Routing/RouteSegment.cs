namespace Framework.Routing;

/// <summary>One segment of a route: a literal's text, or the name of what stands there.</summary>
internal readonly record struct RouteSegment(RouteSegmentKind Kind, string Text);

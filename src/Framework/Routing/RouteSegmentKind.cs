namespace Framework.Routing;

/// <summary>What a segment of a route takes, most specific first.</summary>
internal enum RouteSegmentKind
{
    /// <summary>Exactly this text.</summary>
    Literal,

    /// <summary>Any one segment that is not empty.</summary>
    Parameter,

    /// <summary>One segment or more, to the end.</summary>
    CatchAll,
}

namespace Framework.Description;

/// <summary>Where a handler's parameter comes from.</summary>
public enum ParameterSource
{
    /// <summary>A parameter of the route's template.</summary>
    Route,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A field or a file of a form.</summary>
    Body,

    /// <summary>A cookie.</summary>
    Cookie,
}

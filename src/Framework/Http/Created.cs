namespace Framework.Http;

/// <summary>201: something new exists.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Location">Where it lives: a path or URI.</param>
/// <param name="Value">What was made.</param>
public sealed record Created<T>(string Location, T Value) : JsonResult<T>(201, Value)
{
    /// <inheritdoc/>
    public override void AddHeaders(ResponseHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["location"] = Location;
    }
}

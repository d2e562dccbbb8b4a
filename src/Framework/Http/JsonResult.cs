namespace Framework.Http;

/// <summary>A handler's answer that holds a value sent as JSON. Derive from it for a status of your own.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="StatusCode">The status code, 200 to 599.</param>
/// <param name="Value">The value.</param>
public abstract record JsonResult<T>(int StatusCode, T Value)
{
    /// <summary>Sets the headers that belong to this answer.</summary>
    /// <param name="headers">The response's headers.</param>
    public virtual void AddHeaders(ResponseHeaders headers)
    {
    }
}

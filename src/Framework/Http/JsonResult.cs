namespace Framework.Http;

/// <summary>A handler's response with a value that is sent as JSON. Derive from it for another status.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="StatusCode">The status code, 200 to 599.</param>
/// <param name="Value">The value.</param>
public abstract record JsonResult<T>(int StatusCode, T Value) : HttpResult(StatusCode);

namespace Framework.Http;

/// <summary>202: the work is taken on, not done.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">What the client can follow it by.</param>
public sealed record Accepted<T>(T Value) : JsonResult<T>(202, Value);

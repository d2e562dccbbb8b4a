namespace Framework.Http;

/// <summary>202: the work is accepted, but not done yet.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">What the client needs to follow the work.</param>
public sealed record Accepted<T>(T Value) : JsonResult<T>(202, Value);

namespace Framework.Http;

/// <summary>200: the value, for a response that also has headers or cookies of its own, or is one of several.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The value.</param>
public sealed record Ok<T>(T Value) : JsonResult<T>(200, Value);

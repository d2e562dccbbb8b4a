namespace Framework.Http;

/// <summary>207: a batch whose items each have an answer of their own.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The items' answers.</param>
public sealed record MultiStatus<T>(T Value) : JsonResult<T>(207, Value);

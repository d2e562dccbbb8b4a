namespace Framework.Http;

/// <summary>207: a batch in which each item has a result of its own.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">The items' results.</param>
public sealed record MultiStatus<T>(T Value) : JsonResult<T>(207, Value);

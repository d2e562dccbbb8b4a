namespace Framework.Http;

/// <summary>304: what the client has is still right. A response with an <c>ETag</c> becomes one by itself where the request's
/// <c>If-None-Match</c> names that tag.</summary>
public sealed record NotModified() : HttpResult(304);

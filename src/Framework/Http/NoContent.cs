namespace Framework.Http;

/// <summary>204: it is done, and there is nothing to say about it.</summary>
public sealed record NoContent() : HttpResult(204);

namespace Framework.Tests.Service;

/// <summary>What a handler was given.</summary>
public sealed record EchoResponse(string Method, string Path, string Query, string Body, string? Caller, Dictionary<string, string> Headers);

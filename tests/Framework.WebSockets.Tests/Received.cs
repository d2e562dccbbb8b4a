namespace Framework.WebSockets.Tests;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The path and the query, byte for byte.</param>
/// <param name="Headers">The headers, with names in lower case.</param>
/// <param name="Body">The body.</param>
/// <param name="Connection">Which TCP connection brought it.</param>
internal sealed record Received(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body, string Connection);

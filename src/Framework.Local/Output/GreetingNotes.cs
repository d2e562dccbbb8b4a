namespace Framework.Local.Output;

/// <summary>What the greeting says of some services alone.</summary>
/// <param name="WebSocketPath">Where the WebSocket API is; null where there is none.</param>
/// <param name="HasOwnAuthorizer">Whether the service has a Lambda authorizer of its own.</param>
/// <param name="Issuer">Who issues the tokens; null for the local issuer.</param>
/// <param name="LacksTokens">Whether neither the front door nor the service checks tokens.</param>
internal sealed record GreetingNotes(string? WebSocketPath, bool HasOwnAuthorizer, string? Issuer, bool LacksTokens);

namespace Framework.Local.Issuer;

/// <summary>What a code stands for, once.</summary>
/// <param name="User">Who signed in.</param>
/// <param name="Request">What the client asked for.</param>
/// <param name="Expires">When the code ends.</param>
internal sealed record AuthorizationCode(DevelopmentUser User, AuthorizationRequest Request, DateTimeOffset Expires);

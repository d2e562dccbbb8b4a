namespace Framework.Local.Issuer;

/// <summary>The sign-in that a code stands for. A code works once.</summary>
/// <param name="User">Who signed in.</param>
/// <param name="Request">What the client asked for.</param>
/// <param name="Expires">When the code ends.</param>
internal sealed record AuthorizationCode(DevelopmentUser User, AuthorizationRequest Request, DateTimeOffset Expires);

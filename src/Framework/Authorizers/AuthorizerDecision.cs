namespace Framework.Authorizers;

/// <summary>What an authorizer decides.</summary>
public enum AuthorizerDecision
{
    /// <summary>Nobody is known by what the request brings: the client gets a 401.</summary>
    Unauthorized,

    /// <summary>The caller may not call: the client gets a 403.</summary>
    Deny,

    /// <summary>The caller may call.</summary>
    Allow,
}

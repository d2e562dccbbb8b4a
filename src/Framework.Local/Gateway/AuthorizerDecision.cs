namespace Framework.Local.Gateway;

/// <summary>What a Lambda authorizer's result says of one call.</summary>
internal enum AuthorizerDecision
{
    /// <summary>The result is malformed.</summary>
    NotValid,

    /// <summary>Nothing in it allows the call.</summary>
    ImplicitDeny,

    /// <summary>A statement denies the call.</summary>
    ExplicitDeny,

    /// <summary>It allows the call.</summary>
    Allow,
}

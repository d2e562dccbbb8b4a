namespace Framework.Deployment.Model;

/// <summary>Who says who calls.</summary>
internal enum AccessType
{
    /// <summary>Nobody: all is open.</summary>
    None,

    /// <summary>The service's own user pool.</summary>
    UserPool,

    /// <summary>Another issuer of tokens.</summary>
    Issuer,

    /// <summary>The service's Lambda authorizer.</summary>
    Authorizer,

    /// <summary>IAM: callers sign their requests.</summary>
    Iam,
}

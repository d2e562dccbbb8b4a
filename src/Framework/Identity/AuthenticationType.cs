namespace Framework.Identity;

/// <summary>How a caller proved who they are.</summary>
public enum AuthenticationType
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a token (JWT) that a JWT or Cognito authorizer, or the service itself, verified.</summary>
    Token,

    /// <summary>To a Lambda authorizer.</summary>
    LambdaAuthorizer,

    /// <summary>By a signature of AWS (SigV4), as an IAM user or role.</summary>
    Iam,

    /// <summary>By a signature of AWS, as a signed-in user of a Cognito identity pool.</summary>
    IdentityPool,

    /// <summary>By a client certificate alone (mutual TLS).</summary>
    Certificate,
}

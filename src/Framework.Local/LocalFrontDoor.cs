namespace Framework.Local;

/// <summary>The gateway in front of the service in the local cloud.</summary>
public enum LocalFrontDoor
{
    /// <summary>API Gateway's HTTP API with payload format 2.0 and a JWT authorizer.</summary>
    HttpApi,

    /// <summary>API Gateway's HTTP API with payload format 1.0 and a JWT authorizer.</summary>
    HttpApiV1,

    /// <summary>API Gateway's REST API with a Cognito authorizer.</summary>
    Rest,

    /// <summary>A function URL of Lambda, without an authorizer.</summary>
    FunctionUrl,

    /// <summary>An Application Load Balancer, without an authorizer; each header has one value.</summary>
    Alb,

    /// <summary>An Application Load Balancer whose target group has multi-value headers on.</summary>
    AlbMultiValue,
}

namespace Framework.Dispatch;

/// <summary>The shape of an event: it says which codec reads the event, and which family of events it belongs to.</summary>
internal enum EventShape
{
    /// <summary>None that a service can serve.</summary>
    Unknown,

    /// <summary>A request: API Gateway's HTTP API and Lambda function URLs, payload format 2.0.</summary>
    HttpApi,

    /// <summary>A request: API Gateway's HTTP API, payload format 1.0.</summary>
    HttpApiV1,

    /// <summary>A request: API Gateway's REST API.</summary>
    RestApi,

    /// <summary>A request: an Application Load Balancer, each header with one value.</summary>
    LoadBalancer,

    /// <summary>A request: an Application Load Balancer whose target group has multi-value headers on.</summary>
    LoadBalancerMultiValue,

    /// <summary>A connection or a message of API Gateway's WebSocket API.</summary>
    WebSocket,

    /// <summary>A question of API Gateway to a Lambda authorizer.</summary>
    Authorizer,
}

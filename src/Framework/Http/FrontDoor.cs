namespace Framework.Http;

/// <summary>The gateway between the client and the function.</summary>
public enum FrontDoor
{
    /// <summary>API Gateway's HTTP API, of payload format 2.0 or 1.0.</summary>
    HttpApi,

    /// <summary>API Gateway's REST API.</summary>
    RestApi,

    /// <summary>A function URL of Lambda.</summary>
    FunctionUrl,

    /// <summary>An Application Load Balancer.</summary>
    LoadBalancer,

    /// <summary>API Gateway's WebSocket API. Its events have no method and no path, and only the request for a connection has headers
    /// and a query.</summary>
    WebSocket,
}

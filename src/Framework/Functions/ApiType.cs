namespace Framework.Functions;

/// <summary>What stands in front of a service's functions.</summary>
public enum ApiType
{
    /// <summary>API Gateway's HTTP API: the cheapest and fastest, without WAF, cache, API keys and usage plans.</summary>
    HttpApi,

    /// <summary>API Gateway's REST API: with cache, API keys, usage plans and streamed responses.</summary>
    RestApi,

    /// <summary>A Lambda function URL: one function for all endpoints, which checks tokens itself.</summary>
    FunctionUrl,

    /// <summary>An Application Load Balancer: one function for all endpoints, which checks tokens itself.</summary>
    LoadBalancer,
}

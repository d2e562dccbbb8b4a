namespace Framework.Functions;

/// <summary>What stands in front of a service's functions.</summary>
public enum ApiType
{
    /// <summary>API Gateway's HTTP API: the cheapest and fastest, without WAF, cache, API keys and usage plans.</summary>
    HttpApi,

    /// <summary>API Gateway's REST API.</summary>
    RestApi,
}

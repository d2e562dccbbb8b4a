namespace Framework.Functions;

/// <summary>How many functions a service is.</summary>
public enum FunctionLayout
{
    /// <summary>One an endpoint, each with permissions of its own.</summary>
    OnePerEndpoint,

    /// <summary>One for all endpoints, with the permissions of all.</summary>
    OneForAll,
}

namespace Framework.Functions;

/// <summary>What the Lambda function of an endpoint gets when it is deployed. On the endpoint, on a base class for a group of endpoints,
/// or on the assembly for all; the nearest that sets a value counts. Where all endpoints are one function, the assembly's counts.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class FunctionAttribute : Attribute
{
    /// <summary>Memory in MB, 128 to 10,240; CPU grows with it. 256 by default.</summary>
    public int MemoryMB { get; init; }

    /// <summary>The time that one invocation may take, in seconds: 1 to 900; 10 by default. An HTTP API waits 30 seconds for a response,
    /// a REST API 29.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html">quotas of API Gateway</see>.
    /// </remarks>
    public int TimeoutSeconds { get; init; }

    /// <summary>How many invocations may run at once, which also sets so many aside for this function; 0 for no bound of its own.
    /// </summary>
    public int ReservedConcurrency { get; init; }

    /// <summary>The processor; x86_64 by default.</summary>
    public FunctionArchitecture Architecture { get; init; }

    /// <summary>How the function runs; as a Native AOT binary by default.</summary>
    public FunctionRuntime Runtime { get; init; }
}

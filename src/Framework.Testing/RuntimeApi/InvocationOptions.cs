namespace Framework.Testing.RuntimeApi;

/// <summary>What comes with an event: the headers of <c>invocation/next</c>.</summary>
public sealed class InvocationOptions
{
    /// <summary>The request's id; a new one when null. Header <c>Lambda-Runtime-Aws-Request-Id</c>.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The function's timeout, counted from the moment that the runtime takes the event: sets
    /// <c>Lambda-Runtime-Deadline-Ms</c>, after which the invocation fails. Lambda allows up to 15 minutes; the default of one
    /// minute is enough for a busy machine.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the event may wait until a runtime takes it. Lambda allows 10 seconds of initialisation; the default
    /// of one minute is enough for a busy machine.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Header <c>Lambda-Runtime-Invoked-Function-Arn</c>.</summary>
    public string FunctionArn { get; init; } = "arn:aws:lambda:eu-central-1:123456789012:function:function";

    /// <summary>The X-Ray header <c>Lambda-Runtime-Trace-Id</c>; absent when null.</summary>
    public string? TraceId { get; init; } = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0";

    /// <summary>JSON of the AWS mobile SDK, header <c>Lambda-Runtime-Client-Context</c>; absent when null.</summary>
    public string? ClientContext { get; init; }

    /// <summary>JSON of the identity pool's caller, header <c>Lambda-Runtime-Cognito-Identity</c>; absent when null.</summary>
    public string? CognitoIdentity { get; init; }

    /// <summary>The tenant of a function with tenant isolation, header <c>Lambda-Runtime-Aws-Tenant-Id</c>; absent when null.</summary>
    public string? TenantId { get; init; }
}

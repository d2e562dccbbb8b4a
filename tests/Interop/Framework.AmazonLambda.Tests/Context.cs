using Amazon.Lambda.Core;

namespace Framework.AmazonLambda.Tests;

/// <summary>What Lambda says about an invocation.</summary>
internal sealed class Context : ILambdaContext
{
    public string AwsRequestId { get; init; } = "request-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => "function";

    public string FunctionVersion => "1";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn { get; init; } = "arn:aws:lambda:eu-central-1:1:function:f:live";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 256;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(10);

    public string TenantId { get; init; } = "tenant-1";

    public string TraceId { get; init; } = "Root=1-0-0;Sampled=1";
}

namespace Framework.Functions;

/// <summary>How a service is deployed: <c>[assembly: Deployment(Api = ApiType.RestApi)]</c>. All of it has a default.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DeploymentAttribute : Attribute
{
    /// <summary>What stands in front of the functions.</summary>
    public ApiType Api { get; init; }

    /// <summary>How many functions the service is.</summary>
    public FunctionLayout Functions { get; init; }

    /// <summary>How many days logs are kept, one of CloudWatch's numbers; 30 by default.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">
    /// PutRetentionPolicy</see>.</remarks>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>How many requests a second the API takes in the long run, all routes together; 1,000 by default.</summary>
    public int ThrottleRate { get; init; } = 1000;

    /// <summary>How many requests the API takes at once above the rate; 500 by default.</summary>
    public int ThrottleBurst { get; init; } = 500;
}

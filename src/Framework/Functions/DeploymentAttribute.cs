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

    /// <summary>How many requests a second the API takes in the long run, all routes together; 1,000 by default. A route may have less,
    /// see <see cref="ThrottleAttribute"/>.</summary>
    public int ThrottleRate { get; init; } = 1000;

    /// <summary>How many requests the API takes at once above the rate; 500 by default.</summary>
    public int ThrottleBurst { get; init; } = 500;

    /// <summary>The name of a REST API's stage, which is the first segment of its address: letters, digits, <c>-</c> and <c>_</c>.
    /// <c>live</c> by default.</summary>
    public string ApiStage { get; init; } = "live";

    /// <summary>The size of a REST API's cache in GB: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237; 0, the default, for none. It costs by
    /// the hour. Endpoints with <see cref="ApiCacheAttribute"/> use it.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html">CreateStage</see>.</remarks>
    public double CacheGB { get; init; }

    /// <summary>Whether callers sign their requests with AWS credentials (IAM), in place of sending a token.</summary>
    public bool UsesIam { get; init; }

    /// <summary>Who issues the tokens, exactly as their <c>iss</c> says it; null, the default, for a Cognito user pool of the service's
    /// own. A REST API takes none but Cognito's.</summary>
    public string? Issuer { get; init; }

    /// <summary>For whom those tokens are issued: one of these is a token's <c>aud</c> or <c>client_id</c>.</summary>
    public string[] Audiences { get; init; } = [];

    /// <summary>How callers move to new code; at once by default.</summary>
    public TrafficShift Shift { get; init; }
}

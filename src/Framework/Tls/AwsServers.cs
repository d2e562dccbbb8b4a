using Framework.Runtime;

namespace Framework.Tls;

/// <summary>Whether the AWS SDK, as it is configured, calls AWS's own servers, whose certificates have Amazon's roots.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">the SDKs' settings</see>
/// and <see href="https://www.amazontrust.com/repository/">Amazon Trust Services</see>.</remarks>
internal static class AwsServers
{
    // Each may put another server in AWS's place, or between.
    private static readonly string[] Redirections =
    [
        "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_DYNAMODB_STREAMS", "AWS_ENDPOINT_URL_EVENTBRIDGE",
        "AWS_ENDPOINT_URL_KMS", "AWS_ENDPOINT_URL_LAMBDA", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        "AWS_ENDPOINT_URL_SNS", "AWS_ENDPOINT_URL_SQS", "AWS_ENDPOINT_URL_SSM", "AWS_ENDPOINT_URL_STS",
        "AWS_CONFIG_FILE", "AWS_PROFILE", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy",
    ];

    // The regions of the partition "aws" are two letters, a direction, a number; those of others have more parts or other letters.
    private static readonly string[] Areas = ["af", "ap", "ca", "eu", "il", "me", "mx", "sa", "us"];

    public static bool AreOwn(LambdaEnvironment environment) =>
        environment["AWS_REGION"] is { } region
        && region.Split('-') is [var area, _, _]
        && Areas.Contains(area)
        && Redirections.All(variable => environment[variable] is null);
}

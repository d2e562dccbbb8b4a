using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Endpoints;
using Framework.Aws.Signing;
using Framework.DynamoDB.Sending;
using Framework.Resources;
using Framework.Runtime;

namespace Framework.DynamoDB.Wire;

/// <summary>Where calls go, who makes them and how often, as the SDK finds it in the environment and in AWS's files.</summary>
/// <param name="config">The SDK's settings.</param>
/// <param name="identity">Who calls.</param>
/// <param name="trace">Gives the trace that the calls belong to; null for none.</param>
internal sealed class WireSettings(AmazonDynamoDBConfig config, AwsIdentity identity, Func<string?>? trace = null)
{
    private Uri? _endpoint;

    public AwsIdentity Identity => identity;

    public int MaxAttempts { get; } = config.MaxErrorRetry + 1;

    public bool HasBudget { get; } = config.ThrottleRetries;

    public string? TraceId => trace?.Invoke();

    /// <summary>DynamoDB's address, by the SDK's rules: region, FIPS, dual stack, <c>AWS_ENDPOINT_URL_DYNAMODB</c>.</summary>
    public Uri Endpoint => _endpoint ??= new(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(Request)).URL);

    private static Amazon.DynamoDBv2.Model.ListTablesRequest Request => new();

    /// <summary>The sender of a service: to the local cloud where there is one, else to AWS.</summary>
    /// <exception cref="InvalidOperationException">The region is not known.</exception>
    public static WireSender CreateSender(LambdaEnvironment environment, LocalResources? local)
    {
        var config = DynamoClient.Configure(local);
        var settings = local is null
            ? new WireSettings(config, new(_ => CredentialsAsync(environment), () => Region(config)), Trace(environment))
            : new WireSettings(config, new(_ => Task.FromResult<AWSCredentials>(new LocalCredentials(local)), () => Region(config)));
        return new(new WireCaller(HttpClients.Create(config), settings, TimeProvider.System));
    }

    private static string? Region(AmazonDynamoDBConfig config) => config.AuthenticationRegion ?? config.RegionEndpoint?.SystemName;

    // In Lambda the environment has them. With SnapStart it names a service in their place, which the SDK knows.
    private static async Task<AWSCredentials> CredentialsAsync(LambdaEnvironment environment) =>
        environment.RuntimeApi is not null
        && environment["AWS_ACCESS_KEY_ID"] is { } access
        && environment["AWS_SECRET_ACCESS_KEY"] is { } secret
        && environment["AWS_SESSION_TOKEN"] is { } token
            ? new SessionAWSCredentials(access, secret, token)
            : await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();

    private static Func<string?>? Trace(LambdaEnvironment environment) =>
        environment.RuntimeApi is null ? null : () => environment["_X_AMZN_TRACE_ID"];
}

using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Framework.Aws.Signing;
using Framework.Resources;
using Framework.Runtime;

namespace Framework.DynamoDB.Sending;

/// <summary>The SDK's client with two additions: it knows whether the response of a request was lost or DynamoDB refused
/// the request, and a caller that gives up does not harm later calls.</summary>
internal sealed class DynamoClient : AmazonDynamoDBClient
{
    private const string NoRegion = "DynamoDB's region is not known: set AWS_REGION, such as eu-central-1.";

    private DynamoClient(AmazonDynamoDBConfig config)
        : base(config)
    {
    }

    internal DynamoClient(AWSCredentials credentials, AmazonDynamoDBConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>A client for the local cloud where there is one, else as AWS configures it.</summary>
    public static IAmazonDynamoDB Create(LocalResources? local)
    {
        var config = Configure(local);
        config.HttpClientFactory = new HttpClients();
        return local is not null ? new DynamoClient(new LocalCredentials(local), config) : new DynamoClient(config);
    }

    /// <summary>The settings of a client.</summary>
    /// <exception cref="InvalidOperationException">The region is not known.</exception>
    public static AmazonDynamoDBConfig Configure(LocalResources? local)
    {
        var config = local is null
            ? new AmazonDynamoDBConfig()
            : new AmazonDynamoDBConfig { ServiceURL = local.DynamoDB.AbsoluteUri, AuthenticationRegion = "us-east-1" };
        return local is null && config.RegionEndpoint is null && string.IsNullOrEmpty(config.ServiceURL)
            ? throw new InvalidOperationException(NoRegion)
            : config;
    }

    /// <summary>The error where no region is known; null where one is.</summary>
    public static string? RegionFault(LambdaEnvironment environment) =>
        environment["AWS_REGION"] is null && FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false) is null
            ? NoRegion
            : null;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(new SentAttempts());
        var errors = pipeline.Handlers.OfType<ErrorHandler>().Single().ExceptionHandlers;
        errors[typeof(HttpErrorResponseException)] = new RefusedAttempts(errors[typeof(HttpErrorResponseException)]);
    }
}

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
        if (local is not null)
            return new DynamoClient(
                new LocalCredentials(local),
                new AmazonDynamoDBConfig
                {
                    ServiceURL = local.DynamoDB.AbsoluteUri,
                    AuthenticationRegion = "us-east-1",
                    HttpClientFactory = new HttpClients(),
                });
        try
        {
            return new DynamoClient(new AmazonDynamoDBConfig { HttpClientFactory = new HttpClients() });
        }
        catch (AmazonClientException exception) when (exception.Message.Contains("Region", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(NoRegion, exception);
        }
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

using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Framework.Resources;

namespace Framework.DynamoDB.Sending;

/// <summary>The SDK's client, which besides tells a request whose answer was lost from one that was refused, and survives
/// a caller that gives up.</summary>
internal sealed class DynamoClient : AmazonDynamoDBClient
{
    private DynamoClient(AmazonDynamoDBConfig config)
        : base(config)
    {
    }

    internal DynamoClient(AWSCredentials credentials, AmazonDynamoDBConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>A client for the local cloud where there is one, else as AWS configures it.</summary>
    public static IAmazonDynamoDB Create(LocalResources? local) => local is null
        ? new DynamoClient(new AmazonDynamoDBConfig { HttpClientFactory = new HttpClients() })
        : new DynamoClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = local.DynamoDB.AbsoluteUri,
                AuthenticationRegion = "us-east-1",
                HttpClientFactory = new HttpClients(),
            });

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(new SentAttempts());
        var errors = pipeline.Handlers.OfType<ErrorHandler>().Single().ExceptionHandlers;
        errors[typeof(HttpErrorResponseException)] = new RefusedAttempts(errors[typeof(HttpErrorResponseException)]);
    }
}

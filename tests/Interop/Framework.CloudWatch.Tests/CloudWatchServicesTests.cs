using Amazon.CloudWatch;
using Framework.Metrics;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.CloudWatch.Tests;

/// <summary>Where metrics are sent, and where not.</summary>
public sealed class CloudWatchServicesTests
{
    [Theory]
    [InlineData(null, false, 1)]
    [InlineData("127.0.0.1:9001", false, 0)]
    [InlineData("127.0.0.1:9001", true, 1)]
    public async Task In_Lambda_metrics_are_sent_where_the_service_asks_for_it(string? runtimeApi, bool sendsInLambda, int calls)
    {
        using var client = new RecordingClient();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IAmazonCloudWatch>(client);
        services.AddSingleton(new LambdaEnvironment(name => name == "AWS_LAMBDA_RUNTIME_API" ? runtimeApi : null));
        services.AddCloudWatchMetrics(options => options.SendsInLambda = sendsInLambda);
        await using (var provider = services.BuildServiceProvider())
        {
            provider.GetRequiredService<IMetricSink>()
                .Write(new RequestMetrics("orders", "PlaceOrder", DateTimeOffset.UnixEpoch, [new("Requests", 1, "Count")]));
        }

        Assert.Equal(calls, client.All().Count);
    }

    [Fact]
    public void The_interval_is_a_second_or_more()
    {
        new ServiceCollection().AddCloudWatchMetrics(options => options.Interval = TimeSpan.FromSeconds(1));

        var exception = Assert.Throws<ArgumentException>(() =>
            new ServiceCollection().AddCloudWatchMetrics(options => options.Interval = TimeSpan.FromMilliseconds(999)));
        Assert.StartsWith("The interval between two calls of PutMetricData must be a second or more.", exception.Message, StringComparison.Ordinal);
    }
}

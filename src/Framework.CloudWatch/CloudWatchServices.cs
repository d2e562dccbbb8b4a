using Amazon.CloudWatch;
using Framework.Metrics;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Framework.CloudWatch;

/// <summary>Registers the sending of metrics.</summary>
public static class CloudWatchServices
{
    /// <summary>Sends the metrics of every request to CloudWatch, with the <see cref="IAmazonCloudWatch"/> among the services, else with
    /// a client that finds credentials and region as the SDK does.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes how metrics are sent.</param>
    /// <exception cref="ArgumentException">The interval is under a second.</exception>
    public static IServiceCollection AddCloudWatchMetrics(
        this IServiceCollection services, Action<CloudWatchMetricsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new CloudWatchMetricsOptions();
        configure?.Invoke(options);
        if (options.Interval < TimeSpan.FromSeconds(1))
            throw new ArgumentException("The interval between two calls of PutMetricData must be a second or more.", nameof(configure));
        return services.AddSingleton<IMetricSink>(provider =>
            !options.SendsInLambda && provider.GetRequiredService<LambdaEnvironment>().RuntimeApi is not null
                ? new SilentSink()
                : new CloudWatchSink(
                    provider.GetService<IAmazonCloudWatch>() ?? new AmazonCloudWatchClient(),
                    options.Interval,
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILoggerFactory>().CreateLogger("Framework.CloudWatch")));
    }
}

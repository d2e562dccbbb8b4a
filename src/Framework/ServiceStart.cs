using Framework.Logging;
using Framework.Metrics;
using Framework.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Framework;

/// <summary>Makes a running service out of what its builder holds.</summary>
internal static class ServiceStart
{
    public static RunningService Start(MicroserviceBuilder builder, Action<IServiceCollection>? change, Stream? telemetry)
    {
        var served = EndpointSelection.Choose(builder.Environment.Handler, builder.AssemblyName, builder.AllEndpoints);
        foreach (var endpoint in served)
            endpoint.Json = builder.Json;
        var router = new Router(served, builder.Cors);
        var provider = BuildServices(builder, change, telemetry);
        var clock = provider.GetRequiredService<TimeProvider>();
        var parts = new PipelineParts(
            router,
            builder.Json,
            builder.MaxBodyBytes,
            provider,
            provider.GetRequiredService<CurrentInvocation>(),
            new EmbeddedMetrics(builder.Name, provider.GetRequiredService<TelemetryOutput>(), clock, builder.Environment.LogLevel),
            new SafeLogger(() => provider.GetRequiredService<ILoggerFactory>().CreateLogger("Framework.Pipeline")),
            clock);
        return new RunningService(
            parts, builder.Hooks, builder.Environment, [.. served.Select(endpoint => endpoint.Description)]);
    }

    private static ServiceProvider BuildServices(
        MicroserviceBuilder builder, Action<IServiceCollection>? change, Stream? telemetry)
    {
        var services = new ServiceCollection { builder.Services };
        change?.Invoke(services);
        var current = new CurrentInvocation();
        var output = new TelemetryOutput(telemetry ?? Console.OpenStandardOutput());
        services.AddSingleton(current);
        services.AddSingleton(output);
        services.TryAddSingleton(builder.Environment);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMetrics>(new InvocationMetrics(current));
        // Beside the providers of a service that calls AddLogging, as libraries' registrations do unseen (AddHttpClient).
        services.AddSingleton(provider => new JsonLoggerProvider(
            output, current, provider.GetRequiredService<TimeProvider>(), LambdaLogLevel.Parse(builder.Environment.LogLevel)));
        services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<JsonLoggerProvider>());
        services.TryAddSingleton<ILoggerFactory>(provider => provider.GetRequiredService<JsonLoggerProvider>());
        services.TryAddSingleton(typeof(ILogger<>), typeof(Logger<>));
        return services.BuildServiceProvider();
    }
}

using Framework.AuthorizerPipeline;
using Framework.Configuration;
using Framework.Description;
using Framework.Dispatch;
using Framework.HttpPipeline;
using Framework.Identity;
using Framework.Logging;
using Framework.Metrics;
using Framework.Pipelines;
using Framework.Runtime;
using Framework.Telemetry;
using Framework.WebSocketPipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Framework.Hosting;

/// <summary>Makes a running service out of what its builder holds.</summary>
internal static class ServiceStart
{
    public static RunningService Start(MicroserviceBuilder builder, Action<IServiceCollection>? change, Stream? telemetry)
    {
        var (served, authorizer) = EndpointSelection.Choose(builder.Environment.Handler, builder.AssemblyName, builder.AllEndpoints, builder.Authorizers);
        foreach (var endpoint in served)
            endpoint.Json = builder.Json;
        StartChecks.CheckSettings(builder);
        IReadOnlyList<EndpointDescription> descriptions = [.. served.Select(endpoint => endpoint.Description)];
        var roots = ServiceRoots.Choose(builder, descriptions, authorizer?.Description);
        var reading = roots?.UseAsync();
        var router = new Router(served, builder.Cors);
        var services = Register(builder, change, telemetry);
        var provider = Build(services, builder.Environment);
        StartChecks.CheckDependencies(services, provider, descriptions, authorizer?.Description);
        foreach (var check in All<IStartCheck>(services, provider))
            check.Check(provider, descriptions);
        var clock = provider.GetRequiredService<TimeProvider>();
        var parts = new PipelineParts(
            builder.Json,
            builder.MaxBodyBytes,
            provider,
            provider.GetRequiredService<CurrentInvocation>(),
            new MetricsOutput(
                builder.Name,
                new EmbeddedMetrics(builder.Name, provider.GetRequiredService<TelemetryOutput>(), clock, builder.Environment.LogLevel),
                All<IMetricSink>(services, provider),
                clock),
            new SafeLogger(() => provider.GetRequiredService<ILoggerFactory>().CreateLogger("Framework.Pipeline")),
            roots,
            clock)
        {
            Renewables = All<IRenewable>(services, provider),
            Problems = builder.Problems,
        };
        var http = new HttpParts(router)
        {
            BasePath = builder.BasePath,
            StreamsResponses = builder.StreamsResponses,
            TrustsCertificates = builder.TrustsClientCertificates,
            Authenticators = All<IAuthenticator>(services, provider),
            Compress = builder.Compress,
        };
        var dispatcher = new Dispatcher(
            new Pipeline(parts, http),
            new ConnectionPipeline(parts, new WebSocketRouter(served)),
            authorizer is null ? null : new QuestionPipeline(authorizer, parts),
            parts.Current,
            parts.Log);
        if (roots is not null)
            HostingLog.Trusts(parts.Log, roots.Description);
        reading?.GetAwaiter().GetResult();
        Renew(parts.Renewables);
        foreach (var validator in All<IStartupValidator>(services, provider))
            validator.Validate();
        return new RunningService(parts, dispatcher, authorizer?.Description, builder.Hooks, builder.Environment, descriptions);
    }

    // In the order of registration: the roots are read by then.
    private static void Renew(IReadOnlyList<IRenewable> renewables)
    {
        foreach (var renewable in renewables)
            renewable.RenewAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    // A cold start does not look up services that are not registered.
    private static T[] All<T>(ServiceCollection services, ServiceProvider provider) =>
        services.Any(service => service.ServiceType == typeof(T)) ? [.. provider.GetServices<T>()] : [];

    // In Lambda only the dependencies of the served endpoints are checked: a cold start has no time for the others.
    private static ServiceProvider Build(ServiceCollection services, LambdaEnvironment environment) =>
        services.BuildServiceProvider(new ServiceProviderOptions
        {
            ValidateOnBuild = environment.RuntimeApi is null,
            ValidateScopes = environment.RuntimeApi is null,
        });

    private static ServiceCollection Register(
        MicroserviceBuilder builder, Action<IServiceCollection>? change, Stream? telemetry)
    {
        var services = new ServiceCollection { builder.Services };
        change?.Invoke(services);
        var current = new CurrentInvocation();
        var output = new TelemetryOutput(telemetry ?? Console.OpenStandardOutput());
        services.AddSingleton(current);
        services.AddSingleton(output);
        services.TryAddSingleton(builder.Environment);
        services.TryAddSingleton(builder.Json);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMetrics>(new InvocationMetrics(current));
        // Beside the providers of a service that calls AddLogging, as libraries' registrations do unseen (AddHttpClient).
        services.AddSingleton(provider => new JsonLoggerProvider(
            output, current, provider.GetRequiredService<TimeProvider>(), LambdaLogLevel.Parse(builder.Environment.LogLevel)));
        services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<JsonLoggerProvider>());
        services.TryAddSingleton<ILoggerFactory>(provider => provider.GetRequiredService<JsonLoggerProvider>());
        services.TryAddSingleton(typeof(ILogger<>), typeof(Logger<>));
        return services;
    }
}

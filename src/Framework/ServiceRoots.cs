using Framework.Configuration;
using Framework.Endpoints;
using Framework.Resources;
using Framework.Runtime;
using Framework.Tls;
using Microsoft.Extensions.Logging;

namespace Framework;

/// <summary>Chooses the root certificates of a service by what its builder and its endpoints call.</summary>
internal static class ServiceRoots
{
    /// <summary>Chooses them.</summary>
    /// <returns>The roots; null where the process keeps its own, or calls nothing.</returns>
    public static TrustedRoots? Choose(MicroserviceBuilder builder, IReadOnlyList<EndpointDescription> served)
    {
        // Only in Lambda, where the process has this one purpose: elsewhere the developer's own roots hold.
        if (builder.Roots is not { } choose || builder.Environment != LambdaEnvironment.Process || builder.Environment.RuntimeApi is null)
            return null;
        var egress = served.Select(endpoint => endpoint.Egress).Append(OwnEgress(builder)).Max();
        return egress == Egress.None ? null : choose(builder.Environment, egress);
    }

    // Hooks and log providers run without a constructor that says what they call.
    private static Egress OwnEgress(MicroserviceBuilder builder)
    {
        if (builder.Hooks.Any || Has<ILoggerProvider>(builder))
            return Egress.Anywhere;
        return Has<IRenewable>(builder) && builder.Egress == Egress.None ? Egress.Aws : builder.Egress;
    }

    private static bool Has<T>(MicroserviceBuilder builder) =>
        builder.Services.Any(service => service.ServiceType == typeof(T));
}

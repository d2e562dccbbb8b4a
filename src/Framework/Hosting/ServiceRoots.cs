using Framework.Configuration;
using Framework.Description;
using Framework.Identity;
using Framework.Resources;
using Framework.Runtime;
using Framework.Tls;
using Microsoft.Extensions.Logging;

namespace Framework.Hosting;

/// <summary>Chooses the root certificates of a service by what its builder and its endpoints call.</summary>
internal static class ServiceRoots
{
    /// <summary>Chooses them.</summary>
    /// <returns>The roots; null where the process keeps its own, or calls nothing.</returns>
    public static TrustedRoots? Choose(MicroserviceBuilder builder, IReadOnlyList<EndpointDescription> served, AuthorizerDescription? authorizer)
    {
        // Only in Lambda, where the process has this one purpose: elsewhere the developer's own roots apply.
        if (builder.Roots is not { } choose || builder.Environment != LambdaEnvironment.Process || builder.Environment.RuntimeApi is null)
            return null;
        var egress = served.Select(endpoint => endpoint.Egress).Append(authorizer?.Egress ?? Egress.None).Append(OwnEgress(builder)).Max();
        return egress == Egress.None ? null : choose(builder.Environment, egress);
    }

    /// <summary>Where code calls that no constructor names: hooks, log providers, renewable values, and whatever finds callers. Parameters are an
    /// exception: they come from AWS.</summary>
    internal static Egress OwnEgress(MicroserviceBuilder builder)
    {
        var readsParameters = Count<ParameterResource>(builder) > 0;
        if (builder.Hooks.Any || Count<IAuthenticator>(builder) > 0 || Count<ILoggerProvider>(builder) > 0 || Count<IRenewable>(builder) > (readsParameters ? 1 : 0))
            return Egress.Anywhere;
        return readsParameters && builder.Egress == Egress.None ? Egress.Aws : builder.Egress;
    }

    private static int Count<T>(MicroserviceBuilder builder) =>
        builder.Services.Count(service => service.ServiceType == typeof(T));
}

using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Framework.Aws.Sending;
using Framework.Aws.Signing;
using Framework.Hosting;
using Framework.Json;
using Framework.Resources;
using Framework.Runtime;
using Framework.WebSockets.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Framework.WebSockets;

/// <summary>Registers the connections of a WebSocket API.</summary>
public static class ConnectionServices
{
    /// <summary>Registers <see cref="IConnections"/>.</summary>
    /// <param name="services">The service's registrations.</param>
    /// <param name="endpoint">The address of the API's stage, <c>https://API.execute-api.REGION.amazonaws.com/STAGE</c>, or with a custom
    /// domain <c>https://DOMAIN/BASEPATH</c>; null where the environment variable <c>FRAMEWORK_CONNECTIONS_ENDPOINT</c> says it, which
    /// overrides this one.</param>
    /// <remarks>Credentials and region are found at the first call, as the AWS SDK finds them, unless the service registers
    /// <see cref="AWSCredentials"/> of its own. The service does not start, and reports an <see cref="InvalidOperationException"/> of one
    /// sentence, where an endpoint of the service asks for the connections and their address is missing or wrong.</remarks>
    /// <returns>The same registrations.</returns>
    // ASP.NET Core, which the local cloud brings along, has an AddConnections of its own.
    public static IServiceCollection AddWebSocketConnections(this IServiceCollection services, Uri? endpoint = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartCheck, ConnectionStartCheck>());
        return services.AddSingleton<IConnections>(provider => Create(provider, endpoint));
    }

    private static ConnectionSender Create(IServiceProvider provider, Uri? endpoint)
    {
        var environment = provider.GetRequiredService<LambdaEnvironment>();
        var local = provider.GetService<LocalResources>() is { Connections: not null } found ? found : null;
        var identity = local is null
            ? new AwsIdentity(_ => CredentialsAsync(provider), () => environment["AWS_REGION"] ?? Region())
            : new AwsIdentity(_ => Task.FromResult<AWSCredentials>(new LocalCredentials(local)), () => "us-east-1");
        return new ConnectionSender(
            () => local?.Connections ?? ConnectionEndpoint.Find(environment, endpoint),
            new AwsCaller(HttpClients.Create(), identity, provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<JsonTypes>());
    }

    private static async Task<AWSCredentials> CredentialsAsync(IServiceProvider provider) =>
        provider.GetService<AWSCredentials>() ?? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();

    private static string? Region() => FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
}

using Framework.Description;
using Framework.Hosting;
using Framework.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.WebSockets.Sending;

/// <summary>Finds a missing setting of the connections when the service starts, where a served endpoint asks for them.</summary>
internal sealed class ConnectionStartCheck : IStartCheck
{
    public void Check(IServiceProvider services, IReadOnlyList<EndpointDescription> served)
    {
        // The local cloud has an address of its own, or no WebSocket API.
        if (services.GetService<LocalResources>() is not null || !served.Any(AsksForConnections))
            return;
        if (services.GetRequiredService<IConnections>() is ConnectionSender sender)
            _ = sender.Connections;
    }

    private static bool AsksForConnections(EndpointDescription endpoint) =>
        endpoint.Dependencies.Any(dependency => dependency.Type == typeof(IConnections) && dependency.Key is null);
}

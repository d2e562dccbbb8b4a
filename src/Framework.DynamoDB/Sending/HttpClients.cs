using System.Net;
using Amazon.Runtime;

namespace Framework.DynamoDB.Sending;

/// <summary>Makes the SDK's HTTP client as the SDK would, with <see cref="WholeResponses"/>, and without cookies,
/// which DynamoDB's protocol does not use.</summary>
internal sealed class HttpClients : HttpClientFactory
{
    /// <summary>A client that reads responses whole by itself, and follows no redirects.</summary>
    public static HttpClient Create(IClientConfig config)
    {
        var handler = Connect(config);
        handler.AllowAutoRedirect = false;
        return Limit(new HttpClient(handler), config);
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        Limit(new HttpClient(new WholeResponses(Connect(clientConfig))), clientConfig);

    private static HttpClient Limit(HttpClient client, IClientConfig clientConfig)
    {
        if (clientConfig.Timeout is { } timeout)
            client.Timeout = timeout;
        return client;
    }

    private static SocketsHttpHandler Connect(IClientConfig config)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = config.AllowAutoRedirect,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
        };
        if (config.ConnectTimeout is { } timeout)
            handler.ConnectTimeout = timeout;
        if (config.MaxConnectionsPerServer is { } connections)
            handler.MaxConnectionsPerServer = connections;
        if (config.GetWebProxy() is { } proxy)
        {
            handler.Proxy = proxy;
            if (config.ProxyCredentials is { } credentials)
                proxy.Credentials = credentials;
        }
        return handler;
    }
}

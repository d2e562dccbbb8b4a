using System.Net;

namespace Framework.Aws.Sending;

/// <summary>Makes the HTTP client of calls, without what AWS's protocols do not use.</summary>
internal static class HttpClients
{
    private const int MaxResponseBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A client that reads responses whole: a call that is cancelled closes its connection, and no later call finds the rest
    /// of its response.</summary>
    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        UseCookies = false,
    })
    {
        MaxResponseContentBufferSize = MaxResponseBytes,
        // Each attempt has a time-out of its own, by the service's clock.
        Timeout = Timeout.InfiniteTimeSpan,
    };
}

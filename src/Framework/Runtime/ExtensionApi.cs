using System.Net.Sockets;
using System.Text;

namespace Framework.Runtime;

/// <summary>The Lambda Extensions API, as far as an internal extension that wants no events needs it. Lambda sends SIGTERM only to a
/// function that has an extension.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Lambda's documentation</see>.
/// </remarks>
internal sealed class ExtensionApi(string host, Func<IByteChannel> connect) : IDisposable
{
    private const string Root = "/2020-01-01/extension/";
    private const string Name = "framework-shutdown";
    private const string NoEvents = """{"events":[]}""";

    private readonly HttpConnection _connection = new(connect);

    /// <summary>The Extensions API at the address that Lambda gives; the first call connects. Its connection gives its thread back while
    /// it waits, for it waits as long as the process lives.</summary>
    /// <param name="address">Host and port.</param>
    /// <exception cref="RuntimeApiException">The text is not an address.</exception>
    public static ExtensionApi At(string address)
    {
        var parsed = new RuntimeAddress(address);
        return new ExtensionApi(parsed.Text, () => parsed.Connect(blocking: false));
    }

    /// <summary>Registers the extension, which is possible only before the first invocation is asked for.</summary>
    /// <returns>What ends when Lambda ends the connection. Lambda waits for its call before it sends an invocation.</returns>
    /// <exception cref="RuntimeApiException">Lambda does not take the extension.</exception>
    public async Task<Task> RegisterAsync()
    {
        var response = await _connection.SendAsync(Encoding.UTF8.GetBytes(
            $"POST {Root}register HTTP/1.1\r\nHost: {host}\r\nLambda-Extension-Name: {Name}\r\nContent-Type: application/json\r\nContent-Length: {NoEvents.Length}\r\n\r\n{NoEvents}"));
        if (response.Status != 200 || response.Header("Lambda-Extension-Identifier") is not { } id)
            throw new RuntimeApiException($"The Extensions API responded with {response.Status} to register.");
        return WaitAsync(id);
    }

    public void Dispose() => _connection.Dispose();

    // No event comes. The call stays open until the environment ends.
    private async Task WaitAsync(string id)
    {
        try
        {
            _ = await _connection.SendAsync(Encoding.UTF8.GetBytes(
                $"GET {Root}event/next HTTP/1.1\r\nHost: {host}\r\nLambda-Extension-Identifier: {id}\r\n\r\n"));
        }
        catch (Exception exception) when (exception is RuntimeApiException or SocketException or ObjectDisposedException)
        {
            // The environment ends, or the process does.
        }
    }
}

namespace Framework.DynamoDB.Sending;

/// <summary>Reads a response to its end before the SDK sees it.</summary>
/// <remarks>The SDK closes a response as soon as its caller gives up, even while the SDK reads it. .NET then reads the rest
/// in order to keep the connection, and the SDK reads from the same connection. The connection is used again while one of the
/// two reads still waits. That read takes the next response, and the call that waits for this response hangs until the
/// client's time-out of 100 seconds. Here a read that is cancelled closes the connection.</remarks>
internal sealed class WholeResponses(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}

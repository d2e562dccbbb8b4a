namespace Framework.DynamoDB.Sending;

/// <summary>Reads an answer to its end before the SDK sees it.</summary>
/// <remarks>The SDK closes an answer as soon as its caller gives up, also while it reads it. .NET then reads the rest to
/// keep the connection, beside the SDK's own read; the connection comes back into use with a read too many, which takes the
/// next answer, and the call that waits for it hangs until the client's time-out of 100 seconds. A read that is cancelled
/// here closes the connection.</remarks>
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

using Framework.Runtime;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>Passes a streamed response on to the client, piece by piece.</summary>
/// <param name="http">The client's request.</param>
/// <param name="shape">The front door.</param>
/// <param name="sendHead">Sends the status and the headers.</param>
internal sealed class GatewayStream(HttpContext http, GatewayShape shape, Action<GatewayResponse> sendHead) : IResponseStream
{
    /// <summary>The head that is sent; null where nothing is.</summary>
    public GatewayResponse? Head { get; private set; }

    public async ValueTask<bool> SendAsync(ResponseBuffer piece)
    {
        try
        {
            await http.Response.Body.WriteAsync(piece.HasStarted ? piece.Body : Begin(piece.Body), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            return Head is { IsGateways: false } && !http.RequestAborted.IsCancellationRequested;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            return false;
        }
    }

    // The gateway's own response, where the prelude is not valid, ends the stream.
    private ReadOnlyMemory<byte> Begin(ReadOnlyMemory<byte> piece)
    {
        Head = StreamedResponseReader.Read(piece, shape);
        sendHead(Head);
        return Head.Body;
    }
}

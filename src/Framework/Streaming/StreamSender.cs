using Framework.Http;
using Framework.Runtime;

namespace Framework.Streaming;

/// <summary>Sends a body while it is made.</summary>
internal static class StreamSender
{
    // How much is put together before it is sent, while the next piece needs no wait.
    private const int MaxPiece = 16 * 1024;

    /// <summary>Sends the body, whose first piece is made. What is left in the buffer at the end is sent with the end.</summary>
    public static async ValueTask SendAsync(StreamedBody body, ResponseBuffer output, Invocation invocation)
    {
        while (body.HasPiece)
        {
            body.Write(output);
            var next = body.AdvanceAsync();
            if (!next.IsCompleted || output.BodyLength >= MaxPiece)
                await output.FlushAsync();
            if (output.IsAbandoned)
                invocation.Cancel();
            await next;
            if (output.IsAbandoned)
                return;
        }
        body.WriteEnd(output);
    }
}

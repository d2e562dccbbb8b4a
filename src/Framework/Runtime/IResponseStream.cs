namespace Framework.Runtime;

/// <summary>Takes a streamed response, piece by piece.</summary>
internal interface IResponseStream
{
    /// <summary>Sends what is in the buffer. Waits where the receiver is slow.</summary>
    /// <returns>Whether somebody takes more; false where the receiver is gone.</returns>
    ValueTask<bool> SendAsync(ResponseBuffer piece);
}

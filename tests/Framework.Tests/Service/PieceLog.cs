using System.Text;
using System.Text.Json;
using Framework.Runtime;

namespace Framework.Tests.Service;

/// <summary>A receiver of a streamed response.</summary>
/// <param name="takes">Says with the number of a piece whether another is taken; null for always.</param>
internal sealed class PieceLog(Func<int, bool>? takes = null) : IResponseStream
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<byte[]> Pieces { get; } = [];

    /// <summary>Ends when the first piece is here.</summary>
    public Task First => _first.Task;

    public ValueTask<bool> SendAsync(ResponseBuffer piece)
    {
        Pieces.Add(piece.Body.ToArray());
        _first.TrySetResult();
        return new(takes?.Invoke(Pieces.Count) ?? true);
    }

    /// <summary>Splits a whole response in the form of a stream.</summary>
    public static (JsonElement Prelude, string Body) Split(ReadOnlySpan<byte> response)
    {
        var end = response.IndexOf("\0\0\0\0\0\0\0\0"u8);
        return (JsonElement.Parse(response[..end]), Encoding.UTF8.GetString(response[(end + 8)..]));
    }
}

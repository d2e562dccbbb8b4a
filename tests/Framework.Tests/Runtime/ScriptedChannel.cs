using System.Text;
using Framework.Runtime;

namespace Framework.Tests.Runtime;

/// <summary>A connection whose peer sends what a test says, in pieces that the test cuts; then it closes.</summary>
internal sealed class ScriptedChannel(Func<int, int>? cut = null, params byte[][] responses) : IByteChannel
{
    private readonly List<byte> _sent = [];
    private ReadOnlyMemory<byte> _rest;
    private int _next;
    private int _reads;
    private bool _isOpened;

    public ScriptedChannel(params string[] responses)
        : this(null, [.. responses.Select(Encoding.UTF8.GetBytes)])
    {
    }

    /// <summary>Opens this connection once, and then ones whose peer closes at once.</summary>
    public Func<IByteChannel> Once => () =>
    {
        var channel = _isOpened ? new ScriptedChannel() : this;
        _isOpened = true;
        return channel;
    };

    public string Sent => Encoding.UTF8.GetString([.. _sent]);

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _rest.Length);
        if (cut is not null)
            count = Math.Clamp(cut(_reads++), Math.Min(1, count), count);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return new(count);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        _sent.AddRange(bytes.Span);
        _rest = _next < responses.Length ? responses[_next++] : default;
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
    }
}

using System.Buffers;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;

namespace Framework.Streaming;

/// <summary>Server-sent events.</summary>
/// <remarks>See <see href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">the HTML
/// standard</see>.</remarks>
/// <typeparam name="T">The type of an event's data.</typeparam>
/// <param name="events">The events.</param>
/// <param name="writeData">Writes the field <c>data</c> of an event, with its line break.</param>
/// <param name="cancellation">Ends the events. A client connects again, so the end is no failure.</param>
internal sealed class EventsBody<T>(
    IAsyncEnumerable<SseItem<T>> events, Action<IBufferWriter<byte>, T> writeData, CancellationToken cancellation)
    : ItemsBody<SseItem<T>>(events, cancellation)
{
    private readonly CancellationToken _cancellation = cancellation;

    public override void Write(IBufferWriter<byte> output)
    {
        var item = Item;
        if (item.EventType != SseParser.EventTypeDefault)
            WriteField(output, "event: "u8, item.EventType);
        writeData(output, item.Data);
        if (item.EventId is { } id)
            WriteField(output, "id: "u8, id);
        if (item.ReconnectionInterval is { } interval)
            WriteField(output, "retry: "u8, ((long)interval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        output.Write("\n"u8);
    }

    /// <summary>Writes text as the field <c>data</c>, once for each of its lines.</summary>
    public static void WriteText(IBufferWriter<byte> output, string text)
    {
        for (var rest = text.AsSpan(); ;)
        {
            var end = rest.IndexOfAny('\r', '\n');
            WriteField(output, "data: "u8, end < 0 ? rest : rest[..end]);
            if (end < 0)
                return;
            rest = rest[(rest[end..].StartsWith("\r\n") ? end + 2 : end + 1)..];
        }
    }

    protected override async ValueTask<bool> NextAsync()
    {
        try
        {
            return await base.NextAsync();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void WriteField(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        output.Write(name);
        Encoding.UTF8.GetBytes(value, output);
        output.Write("\n"u8);
    }
}

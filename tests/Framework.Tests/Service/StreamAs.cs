using System.Net.ServerSentEvents;
using System.Text;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/items/{format}")]
[AllowAnonymous]
public sealed class StreamAs(ItemSource source)
{
    public Task<Results<Ndjson<int>, ServerSentEvents<int>, FileStreamResult, Ok<int>>> HandleAsync(string format, CancellationToken cancellation)
    {
        var items = source.Items(cancellation);
        return Task.FromResult<Results<Ndjson<int>, ServerSentEvents<int>, FileStreamResult, Ok<int>>>(format switch
        {
            "lines" => new Ndjson<int>(items) { Headers = { ["x-kind"] = "lines" }, Cookies = { new("a", "1"), new("b", "2") } },
            "events" => new ServerSentEvents<int>(Events(items)),
            "file" => new FileStreamResult(new MemoryStream(Encoding.UTF8.GetBytes("%PDF")), "application/pdf", "a.pdf"),
            _ => new Ok<int>(7),
        });
    }

    private static async IAsyncEnumerable<SseItem<int>> Events(IAsyncEnumerable<int> items)
    {
        await foreach (var item in items)
            yield return new SseItem<int>(item, "number") { EventId = $"id-{item}", ReconnectionInterval = TimeSpan.FromSeconds(2) };
    }
}

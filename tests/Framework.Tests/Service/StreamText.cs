using System.Net.ServerSentEvents;
using Framework.Http;
using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/text")]
[AllowAnonymous]
public sealed class StreamText
{
    public ServerSentEvents<string> HandleAsync() => new(Events());

    private static async IAsyncEnumerable<SseItem<string>> Events()
    {
        yield return new SseItem<string>("one\ntwo\r\n\rüber\u2028all");
        yield return new SseItem<string>("");
        await Task.CompletedTask;
    }
}

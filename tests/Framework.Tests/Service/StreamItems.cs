using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

[Get("/items")]
[AllowAnonymous]
public sealed class StreamItems(ItemSource source) : IDisposable
{
    public IAsyncEnumerable<int> HandleAsync(CancellationToken cancellation) => source.Items(cancellation);

    public void Dispose() => source.Ends.Add("handler");
}

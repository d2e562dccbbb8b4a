namespace Framework.Tests.Lambda;

/// <summary>Calls a server, as a service of an author's may.</summary>
[Get("/fetch")]
[AllowAnonymous]
public sealed class Fetch(HttpClient client)
{
    public async Task<Seen> HandleAsync(Uri address, Invocation invocation, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(address, cancellation);
        return Seen.By(invocation);
    }
}

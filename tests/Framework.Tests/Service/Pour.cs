using Framework.Identity;
using Framework.Routing;

namespace Framework.Tests.Service;

/// <summary>Takes any body as a stream, and says what it was given.</summary>
[Post("/pour")]
[AllowAnonymous]
public sealed class Pour
{
    public async Task<string> HandleAsync(Stream? water, CancellationToken cancellation)
    {
        if (water is null)
            return "none";
        using var reader = new StreamReader(water);
        return await reader.ReadToEndAsync(cancellation);
    }
}

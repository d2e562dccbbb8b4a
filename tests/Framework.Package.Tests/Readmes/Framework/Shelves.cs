namespace Readme;

/// <summary>Shelves that nobody owns.</summary>
internal sealed class Shelves : IShelves
{
    public Task<string?> OwnerOfAsync(string shelf, CancellationToken cancellation) => Task.FromResult<string?>(null);
}

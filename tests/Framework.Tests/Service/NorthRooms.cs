namespace Framework.Tests.Service;

internal sealed class NorthRooms : IRooms
{
    public Task<bool> HasAsync(string name, CancellationToken cancellation) => Task.FromResult(true);
}

namespace Framework.Tests.Service;

internal sealed class Rooms : IRooms
{
    public async Task<bool> HasAsync(string name, CancellationToken cancellation)
    {
        await Task.Yield();
        return name != "attic";
    }
}

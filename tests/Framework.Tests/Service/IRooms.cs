namespace Framework.Tests.Service;

public interface IRooms
{
    Task<bool> HasAsync(string name, CancellationToken cancellation);
}

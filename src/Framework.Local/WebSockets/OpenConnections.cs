using System.Collections.Concurrent;

namespace Framework.Local.WebSockets;

/// <summary>The connections that are open.</summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, LocalConnection> _connections = new(StringComparer.Ordinal);

    public void Add(LocalConnection connection) => _connections[connection.Id] = connection;

    public void Remove(LocalConnection connection) => _connections.TryRemove(connection.Id, out _);

    /// <summary>The connection; null where it is gone, or about to go.</summary>
    public LocalConnection? Find(string id) => _connections.GetValueOrDefault(id) is { Ended: null } connection ? connection : null;
}

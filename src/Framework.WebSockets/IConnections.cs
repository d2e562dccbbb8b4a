using System.Runtime.CompilerServices;
using Framework.Resources;

namespace Framework.WebSockets;

/// <summary>The connections of clients to a WebSocket API of API Gateway. A connection is known by its id, which each of its
/// events has; the service keeps the ids, for example in a table.</summary>
/// <remarks>
/// <para>A message has at most 131,072 bytes (128 KB). API Gateway sends it as text. See
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html">
/// its limits</see>.</para>
/// <para>A call that is throttled (429), fails in API Gateway (5xx), or gets no response within five seconds is made again, up to
/// five times in all, after waits that grow to less than half a second. Where the response was lost, the client may get the
/// message twice.</para>
/// <para>The function needs <c>execute-api:ManageConnections</c> on <c>arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/*/@connections/*</c>.
/// </para>
/// <para>Exceptions: an <see cref="ArgumentException"/> for a message that is too long, or an empty id; an
/// <see cref="HttpRequestException"/>, with its status, where API Gateway refuses a call or all attempts failed; an
/// <see cref="InvalidOperationException"/> where a setting is missing.</para>
/// </remarks>
[Grants(ResourceKind.Connections, ResourceAccess.Write)]
[Egress(Egress.Aws)]
public interface IConnections
{
    /// <summary>Sends a message as JSON.</summary>
    /// <typeparam name="T">Its type, which a JSON context of the service knows.</typeparam>
    /// <param name="connectionId">The connection's id.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False where the connection is gone, and its id can be forgotten.</returns>
    Task<bool> SendAsync<T>(string connectionId, T message, CancellationToken cancellation = default);

    /// <summary>Sends a message as it is: UTF-8 text.</summary>
    /// <param name="connectionId">The connection's id.</param>
    /// <param name="message">The message's bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False where the connection is gone, and its id can be forgotten.</returns>
    [OverloadResolutionPriority(1)]
    Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation = default);

    /// <summary>Sends one message as JSON to many connections, to 32 at a time.</summary>
    /// <remarks>A connection that cannot be reached now does not keep the message from the others: its exception is thrown when all
    /// had their turn. Any other exception ends the broadcast.</remarks>
    /// <typeparam name="T">The message's type, which a JSON context of the service knows.</typeparam>
    /// <param name="connectionIds">The ids.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ids of the connections that are gone, and can be forgotten.</returns>
    Task<IReadOnlyList<string>> SendToAllAsync<T>(IEnumerable<string> connectionIds, T message, CancellationToken cancellation = default);

    /// <inheritdoc cref="SendToAllAsync{T}(IEnumerable{string}, T, CancellationToken)"/>
    Task<IReadOnlyList<string>> SendToAllAsync<T>(IAsyncEnumerable<string> connectionIds, T message, CancellationToken cancellation = default);

    /// <summary>Closes a connection.</summary>
    /// <param name="connectionId">The connection's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False where the connection was gone already.</returns>
    Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellation = default);
}

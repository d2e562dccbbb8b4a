namespace Framework.WebSockets;

/// <summary>The class is called after a connection of a WebSocket API has ended: its route <c>$disconnect</c>.</summary>
/// <remarks>API Gateway does its best to call it, and no more: give what is stored of a connection an expiry too, see
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html">
/// its documentation</see>.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DisconnectAttribute : Attribute;

namespace Framework.WebSockets;

/// <summary>The class decides on new connections of a WebSocket API: its route <c>$connect</c>. A response of 2xx opens the
/// connection, any other one refuses it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConnectAttribute : Attribute;

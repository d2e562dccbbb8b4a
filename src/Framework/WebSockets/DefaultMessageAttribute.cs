namespace Framework.WebSockets;

/// <summary>The class serves the messages of a WebSocket API that no other class takes, also those that are not JSON: its route
/// <c>$default</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DefaultMessageAttribute : Attribute;

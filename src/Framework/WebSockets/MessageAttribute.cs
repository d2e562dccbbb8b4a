namespace Framework.WebSockets;

/// <summary>The class serves the messages of a WebSocket API whose JSON names this action: <c>{"action":"say", ...}</c>.</summary>
/// <param name="action">The action, which is the route's key at API Gateway: at least one character, and none that begins with
/// <c>$</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MessageAttribute(string action) : Attribute
{
    /// <summary>The action.</summary>
    public string Action { get; } = action;
}

namespace Framework.Deployment.Model;

/// <summary>One route of the WebSocket API.</summary>
/// <param name="Key">Its key: <c>$connect</c>, <c>$disconnect</c>, <c>$default</c> or an action.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Function">The name of the function that serves it.</param>
/// <param name="IsOpen">Whether a client needs no proof of who it is.</param>
/// <param name="Responds">Whether the client gets what the handler returns.</param>
internal sealed record WebSocketRouteModel(string Key, string Endpoint, string Function, bool IsOpen, bool Responds);

namespace Framework.Local.Access;

/// <summary>A call to a connection of the service's WebSocket API, as IAM sees it.</summary>
/// <param name="Method">The HTTP method: POST sends, DELETE closes, GET describes.</param>
/// <param name="ConnectionId">The connection's id.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html">
/// access to WebSocket APIs</see>.</remarks>
internal readonly record struct ConnectionCall(string Method, string ConnectionId)
{
    /// <summary>The action of each call.</summary>
    public const string Action = "execute-api:ManageConnections";

    /// <summary>What the call is on. The deployed stage is named <c>live</c>.</summary>
    public string Arn => $"arn:aws:execute-api:us-east-1:000000000000:local/live/{Method}/@connections/{ConnectionId}";
}

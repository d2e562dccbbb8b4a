using System.Buffers;
using Framework.Description;
using Framework.Local.Gateway;
using Framework.WebSockets;

namespace Framework.Local.WebSockets;

/// <summary>A request for a connection to a WebSocket API: its route <c>$connect</c>.</summary>
/// <param name="connectionId">The id that the connection gets.</param>
/// <param name="requestId">API Gateway's own id of the request.</param>
internal sealed class ConnectShape(string connectionId, string requestId) : GatewayShape
{
    public override string IdHeader => "x-amzn-requestid";

    public override string Stage => ConnectionEventWriter.Stage;

    // A browser sets no headers of a WebSocket, so the deployed API has no identity sources and asks the authorizer for each connection.
    public override IReadOnlyList<string> Sources(AuthorizerDescription authorizer) => [];

    public override string Arn(GatewayRequest request) =>
        $"arn:aws:execute-api:us-east-1:{EventParts.AccountId}:{EventParts.ApiId}/{Stage}/{RouteKeys.Connect}";

    public override GatewayResponse Unauthorized() => Error(401, GatewayError.Unauthorized);

    public override GatewayResponse Denied(bool isExplicit) => Error(403, GatewayError.Forbidden);

    public override GatewayResponse AuthorizerFailed() => Error(500, GatewayError.Failed);

    public override GatewayResponse TooLarge() => Failed();

    public override GatewayResponse Failed() => Error(502, GatewayError.Failed);

    public override void Write(IBufferWriter<byte> destination, GatewayRequest request) =>
        ConnectionEventWriter.Write(destination, Event(request));

    public override void WriteQuestion(IBufferWriter<byte> destination, GatewayRequest request, IReadOnlyList<string> sources) =>
        ConnectionEventWriter.WriteQuestion(destination, Event(request), Arn(request));

    public override GatewayResponse Read(ReadOnlyMemory<byte> response) => ProxyResponseReader.ReadV1(response) ?? Failed();

    /// <summary>The event of the request.</summary>
    public ConnectionEvent Event(GatewayRequest request) =>
        new(connectionId, request, ConnectionEventType.Connect, RouteKeys.Connect, requestId, request.Time);

    private GatewayResponse Error(int statusCode, string message) => GatewayError.Of(statusCode, message, connectionId, requestId);
}

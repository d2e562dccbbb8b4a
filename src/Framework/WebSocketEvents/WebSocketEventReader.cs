using Framework.Http;
using Framework.HttpEvents;
using Framework.Identity;
using Framework.Runtime;
using Framework.WebSockets;

namespace Framework.WebSocketEvents;

/// <summary>Reads one event of a WebSocket API in one pass.</summary>
#pragma warning disable CA1001 // The event that it makes belongs to the caller.
internal ref struct WebSocketEventReader(ReadOnlyMemory<byte> payload)
#pragma warning restore CA1001
{
    private readonly ReadOnlyMemory<byte> _payload = payload;
    private readonly HttpEvent _content = new(FrontDoor.WebSocket);
    private readonly Connection _connection = new();
    private EventJson _json = new(payload);
    private WebSocketEventType? _type;
    private JsonText _body;
    private bool _isBase64;
    private Range _headers;
    private Range _multiValueHeaders;
    private Range _query;
    private Range _multiValueQuery;
    private Range _identity;
    private Range _authorizer;

    public WebSocketEvent Read()
    {
        _json.Step();
        while (_json.NextProperty())
            ReadTopLevel();
        if (_connection.Id.Length == 0 || _type is not { } type)
            throw new UndecodableEventException("The event has no requestContext.connectionId, or its eventType is none of CONNECT, MESSAGE and DISCONNECT.");
        ReadRequest(type);
        ReadCaller();
        return new WebSocketEvent(_content, type, _connection);
    }

    private void ReadTopLevel()
    {
        if (_json.Is("requestContext"u8))
            ReadContext();
        else if (_json.Is("body"u8))
            _body = _json.Place();
        else if (_json.Is("isBase64Encoded"u8))
            _isBase64 = _json.True();
        else if (_json.Is("headers"u8))
            _headers = _json.PlaceOfObject();
        else if (_json.Is("multiValueHeaders"u8))
            _multiValueHeaders = _json.PlaceOfObject();
        else if (_json.Is("queryStringParameters"u8))
            _query = _json.PlaceOfObject();
        else if (_json.Is("multiValueQueryStringParameters"u8))
            _multiValueQuery = _json.PlaceOfObject();
        else
            _json.SkipValue();
    }

    private void ReadContext()
    {
        if (!_json.EnterObject())
            return;
        while (_json.NextProperty())
        {
            if (_json.Is("connectionId"u8))
                _connection.Id = _json.Text() ?? "";
            else if (_json.Is("eventType"u8))
                _type = TypeOf(_json.Text());
            else if (_json.Is("routeKey"u8))
                _connection.RouteKey = _json.Text(RouteKeys.Default) ?? "";
            else if (_json.Is("domainName"u8))
                _connection.DomainName = _json.Text() ?? "";
            else if (_json.Is("stage"u8))
                _connection.Stage = _json.Text() ?? "";
            else if (_json.Is("connectedAt"u8))
                _connection.ConnectedAt = Instant(_json.Number());
            else if (_json.Is("messageId"u8))
                _connection.MessageId = _json.Text();
            else if (_json.Is("disconnectStatusCode"u8))
                _connection.DisconnectStatusCode = _json.Number() is { } code and >= 0 and <= int.MaxValue ? (int)code : null;
            else if (_json.Is("disconnectReason"u8))
                _connection.DisconnectReason = _json.Text();
            else if (_json.Is("requestId"u8))
                _content.Request.GatewayRequestId = _json.Text();
            else if (_json.Is("identity"u8))
                _identity = _json.PlaceOfObject();
            else if (_json.Is("authorizer"u8))
                _authorizer = _json.PlaceOfObject();
            else
                _json.SkipValue();
        }
    }

    // A message has neither headers nor a query: what an event has there comes from nobody who may send it.
    private readonly void ReadRequest(WebSocketEventType type)
    {
        var request = _content.Request;
        request.Host = _connection.DomainName;
        _content.ReadBody(_payload, _body, _isBase64);
        if (type != WebSocketEventType.Connect)
            return;
        EventHeaders.ReadMaps(_payload[_headers], _payload[_multiValueHeaders], request);
        request.Query = EventQuery.Read(_payload, _query, _multiValueQuery, isEncoded: false);
    }

    // The caller of $connect, whom API Gateway names in every later event of the connection.
    private readonly void ReadCaller()
    {
        if (!_authorizer.Equals(default))
            _content.Caller = Caller.FromContext(_payload.Span[_authorizer]);
        if (_identity.Equals(default))
            return;
        var iam = EventCaller.ReadIdentity(_payload[_identity], out var sourceIp, out _);
        _content.Request.SourceIp = sourceIp;
        if (!_content.Caller.IsAuthenticated)
            _content.Caller = iam.ToCaller();
    }

    private static WebSocketEventType? TypeOf(string? text) => text switch
    {
        "CONNECT" => WebSocketEventType.Connect,
        "MESSAGE" => WebSocketEventType.Message,
        "DISCONNECT" => WebSocketEventType.Disconnect,
        _ => null,
    };

    private static DateTimeOffset Instant(long? milliseconds) =>
        milliseconds is { } known and >= 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(known) : default;
}

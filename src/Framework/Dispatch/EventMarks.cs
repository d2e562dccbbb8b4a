using System.Text.Json;

namespace Framework.Dispatch;

/// <summary>The fields that tell the shapes of events apart, found in one pass over an event's top level.</summary>
/// <param name="payload">The event.</param>
/// <param name="servesAuthorizer">Whether the function may be asked as a Lambda authorizer.</param>
internal ref struct EventMarks(ReadOnlySpan<byte> payload, bool servesAuthorizer)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private Utf8JsonReader _json = new(payload);
    private bool _isVersion2;
    private bool _isRequest;
    private bool _isVersion1;
    private bool _hasAuthorizerType;
    private bool _hasArn;
    private bool _hasMethod;
    private bool _hasContext;
    private bool _hasLoadBalancer;
    private bool _hasConnection;
    private bool _hasEventType;
    private bool _hasMultiValueHeaders;

    /// <summary>Reads the event.</summary>
    /// <returns>Its shape. An authorizer's question comes first, so that it is never served as the request that it is about.</returns>
    public EventShape Read()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject)
            return EventShape.Unknown;
        while (!_isRequest && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            ReadTopLevel();
        return Shape();
    }

    private readonly EventShape Shape()
    {
        if (_hasAuthorizerType && _hasArn)
            return EventShape.Authorizer;
        if (_hasLoadBalancer)
            return _hasMultiValueHeaders ? EventShape.LoadBalancerMultiValue : EventShape.LoadBalancer;
        if (_hasConnection && _hasEventType)
            return EventShape.WebSocket;
        if (_isVersion2)
            return EventShape.HttpApi;
        if (_hasMethod && _hasContext)
            return _isVersion1 ? EventShape.HttpApiV1 : EventShape.RestApi;
        return EventShape.Unknown;
    }

    private void ReadTopLevel()
    {
        if (_json.ValueTextEquals("version"u8))
        {
            _json.Read();
            _isVersion2 = IsText("2.0"u8);
            _isVersion1 = IsText("1.0"u8);
        }
        else if (_isVersion2 && _json.ValueTextEquals("routeKey"u8))
        {
            // The second property of a request, where an authorizer's question has its type. Its reader refuses a later one.
            _isRequest = !_hasAuthorizerType && !_hasArn && !(servesAuthorizer && MayAsk());
            _json.Read();
        }
        else if (_json.ValueTextEquals("type"u8))
        {
            _json.Read();
            _hasAuthorizerType = IsText("REQUEST"u8) || IsText("TOKEN"u8);
        }
        else if (_json.ValueTextEquals("methodArn"u8) || _json.ValueTextEquals("routeArn"u8))
            _hasArn |= IsNext(JsonTokenType.String);
        else if (_json.ValueTextEquals("httpMethod"u8))
            _hasMethod = IsNext(JsonTokenType.String);
        else if (_json.ValueTextEquals("multiValueHeaders"u8))
            _hasMultiValueHeaders = IsNext(JsonTokenType.StartObject);
        else if (_json.ValueTextEquals("requestContext"u8))
        {
            if (_hasContext = IsNext(JsonTokenType.StartObject))
                ReadContext();
        }
        else
            _json.Read();
        _json.Skip();
    }

    private void ReadContext()
    {
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (_json.ValueTextEquals("elb"u8))
                _hasLoadBalancer = IsNext(JsonTokenType.StartObject);
            else if (_json.ValueTextEquals("connectionId"u8))
                _hasConnection = IsNext(JsonTokenType.String);
            else if (_json.ValueTextEquals("eventType"u8))
                _hasEventType = IsNext(JsonTokenType.String);
            else
                _json.Read();
            _json.Skip();
        }
    }

    // A client may put these bytes into an event too, as a name in the query: then the event is read to its end, and is no question.
    private readonly bool MayAsk() => _payload.IndexOf("\"routeArn\""u8) >= 0;

    private bool IsNext(JsonTokenType type) => _json.Read() && _json.TokenType == type;

    private readonly bool IsText(ReadOnlySpan<byte> text) =>
        _json.TokenType == JsonTokenType.String && _json.ValueTextEquals(text);
}

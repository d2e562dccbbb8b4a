using Framework.Http;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>Reads one event of the older shape, with maps of single and of multiple values: payload format 1.0, and that of a load
/// balancer.</summary>
#pragma warning disable CA1001 // The event that it makes belongs to the caller.
internal ref struct ProxyEventReader(ReadOnlyMemory<byte> payload, FrontDoor frontDoor)
#pragma warning restore CA1001
{
    private readonly ReadOnlyMemory<byte> _payload = payload;
    private readonly HttpEvent _event = new(frontDoor) { HasBasePath = true };
    private EventJson _json = new(payload);
    private string? _path;
    private string? _stage;
    private JsonText _resource;
    private JsonText _body;
    private bool _isBase64;
    private Range _headers;
    private Range _multiValueHeaders;
    private Range _query;
    private Range _multiValueQuery;
    private Range _pathParameters;
    private Range _identity;
    private Range _authorizer;

    public HttpEvent Read()
    {
        _json.Step();
        while (_json.NextProperty())
            ReadTopLevel();
        Complete();
        return _event;
    }

    private void ReadTopLevel()
    {
        if (_json.Is("path"u8))
            _path = _json.Text();
        else if (_json.Is("httpMethod"u8))
            _event.Request.Method = _json.Method();
        else if (_json.Is("resource"u8))
            _resource = _json.Place();
        else if (_json.Is("headers"u8))
            _headers = _json.PlaceOfObject();
        else if (_json.Is("multiValueHeaders"u8))
            _multiValueHeaders = _json.PlaceOfObject();
        else if (_json.Is("queryStringParameters"u8))
            _query = _json.PlaceOfObject();
        else if (_json.Is("multiValueQueryStringParameters"u8))
            _multiValueQuery = _json.PlaceOfObject();
        else if (_json.Is("pathParameters"u8))
            _pathParameters = _json.PlaceOfObject();
        else if (_json.Is("requestContext"u8))
            ReadContext();
        else if (_json.Is("body"u8))
            _body = _json.Place();
        else if (_json.Is("isBase64Encoded"u8))
            _isBase64 = _json.True();
        else
            _json.SkipValue();
    }

    private void ReadContext()
    {
        if (!_json.EnterObject())
            return;
        var request = _event.Request;
        while (_json.NextProperty())
        {
            if (_json.Is("stage"u8))
                _stage = _json.Text(StagePath.Default);
            else if (_json.Is("domainName"u8))
                request.Host = _json.Text();
            else if (_json.Is("requestId"u8))
                request.GatewayRequestId = _json.Text();
            else if (_json.Is("identity"u8))
                _identity = _json.PlaceOfObject();
            else if (_json.Is("authorizer"u8))
                _authorizer = _json.PlaceOfObject();
            else
                _json.SkipValue();
        }
    }

    private readonly void Complete()
    {
        var request = _event.Request;
        if (_path is null || request.Method.Length == 0)
            throw new UndecodableEventException("The event has no path or no httpMethod.");
        EventHeaders.ReadMaps(_payload[_headers], _payload[_multiValueHeaders], request);
        request.Path = Path(_path);
        request.Query = EventQuery.Read(_payload, _query, _multiValueQuery, isEncoded: _event.Request.FrontDoor == FrontDoor.LoadBalancer);
        _event.ReadBody(_payload, _body, _isBase64);
        if (_event.Request.FrontDoor == FrontDoor.LoadBalancer)
            ReadForwarded();
        else
            ReadCaller();
    }

    // A REST API's path has no stage, an HTTP API's has it.
    private readonly string Path(string path)
    {
        if (_event.Request.FrontDoor != FrontDoor.HttpApi)
            return path.Length == 0 ? "/" : PathText.Normalize(path);
        path = StagePath.Remove(path, _stage);
        var parameters = _payload.Span[_pathParameters];
        return GatewayRoute.IsNeeded(path, parameters, _resource.Raw(_payload))
            ? GatewayRoute.Escape(_resource.Decode(_payload), parameters, path)
            : path;
    }

    private readonly void ReadCaller()
    {
        if (!_authorizer.Equals(default))
            _event.Caller = EventCaller.FromAuthorizer(_payload[_authorizer], _event.Request.FrontDoor == FrontDoor.RestApi);
        if (_identity.Equals(default))
            return;
        var identity = _payload[_identity];
        var iam = EventCaller.ReadIdentity(identity, out var sourceIp, out var certificate);
        _event.Request.SourceIp = sourceIp;
        if (!_event.Caller.IsAuthenticated)
            _event.Caller = iam.ToCaller();
        if (!certificate.Equals(default))
            _event.Caller = _event.Caller.With(EventCaller.ReadCertificate(identity[certificate]));
    }

    private readonly void ReadForwarded()
    {
        var request = _event.Request;
        request.Host ??= request.Headers["host"];
        request.SourceIp = Forwarded.LastAddress(request.Headers["x-forwarded-for"]);
        _event.IsHealthCheck = request.Method == HttpMethods.Get
            && request.Headers["user-agent"]?.StartsWith("ELB-HealthChecker/", StringComparison.Ordinal) == true;
    }
}

using Framework.Http;
using Framework.Identity;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>Reads one event of payload format 2.0 in one pass.</summary>
#pragma warning disable CA1001 // The event that it makes belongs to the caller.
internal ref struct HttpApiEventReader(ReadOnlyMemory<byte> payload)
#pragma warning restore CA1001
{
    private readonly ReadOnlyMemory<byte> _payload = payload;
    private readonly HttpEvent _event = new(FrontDoor.HttpApi);
    private EventJson _json = new(payload);
    private string? _rawPath;
    private string? _stage;
    private JsonText _body;
    private bool _isBase64;
    private List<string>? _cookies;
    private Range _claims;
    private Range _lambda;
    private Range _iam;
    private Range _certificate;
    private JsonText _routeKey;
    private Range _pathParameters;

    public HttpEvent Read()
    {
        _event.Request.Headers.Read(_payload);
        _json.Step();
        while (_json.NextProperty())
            ReadTopLevel();
        Complete();
        return _event;
    }

    private void ReadTopLevel()
    {
        if (_json.Is("rawPath"u8))
            _rawPath = _json.Text();
        else if (_json.Is("routeKey"u8))
            _routeKey = _json.Place();
        else if (_json.Is("pathParameters"u8))
            _pathParameters = _json.PlaceOfObject();
        else if (_json.Is("rawQueryString"u8))
            _event.Request.Query = new QueryString(_json.Text() ?? "");
        else if (_json.Is("headers"u8))
            ReadHeaders();
        else if (_json.Is("cookies"u8))
            ReadCookies();
        else if (_json.Is("requestContext"u8))
            ReadContext();
        else if (_json.Is("body"u8))
            _body = _json.Place();
        else if (_json.Is("isBase64Encoded"u8))
            _isBase64 = _json.True();
        else if (_json.Is("routeArn"u8))
            throw new UndecodableEventException("The event asks a Lambda authorizer; it is not a request.");
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
            if (_json.Is("http"u8))
                ReadHttp();
            else if (_json.Is("stage"u8))
                _stage = _json.Text(StagePath.Default);
            else if (_json.Is("domainName"u8))
                request.Host = _json.Text();
            else if (_json.Is("requestId"u8))
                request.GatewayRequestId = _json.Text();
            else if (_json.Is("authorizer"u8))
                ReadAuthorizer();
            else if (_json.Is("authentication"u8))
                ReadAuthentication();
            else
                _json.SkipValue();
        }
    }

    private void ReadHttp()
    {
        if (!_json.EnterObject())
            return;
        while (_json.NextProperty())
        {
            if (_json.Is("method"u8))
                _event.Request.Method = _json.Method();
            else if (_json.Is("sourceIp"u8))
                _event.Request.SourceIp = _json.Text();
            else
                _json.SkipValue();
        }
    }

    private void ReadAuthorizer()
    {
        if (!_json.EnterObject())
            return;
        while (_json.NextProperty())
        {
            if (_json.Is("jwt"u8))
                ReadJwt();
            else if (_json.Is("lambda"u8))
                _lambda = _json.PlaceOfObject();
            else if (_json.Is("iam"u8))
                _iam = _json.PlaceOfObject();
            else
                _json.SkipValue();
        }
    }

    private void ReadAuthentication()
    {
        if (!_json.EnterObject())
            return;
        while (_json.NextProperty())
        {
            if (_json.Is("clientCert"u8))
                _certificate = _json.PlaceOfObject();
            else
                _json.SkipValue();
        }
    }

    private void ReadJwt()
    {
        if (!_json.EnterObject())
            return;
        while (_json.NextProperty())
        {
            if (_json.Is("claims"u8))
                _claims = _json.PlaceOfObject();
            else
                _json.SkipValue();
        }
    }

    private void ReadHeaders()
    {
        if (_json.EnterObject())
            EventHeaders.Read(ref _json, _payload, _event.Request);
    }

    private void ReadCookies()
    {
        if (!_json.EnterArray())
            return;
        _cookies = [];
        while (_json.NextElement())
        {
            if (_json.IsText)
                _cookies.Add(_json.Current().Decode(_payload));
            else
                _json.SkipCurrent();
        }
    }

    private readonly void Complete()
    {
        var request = _event.Request;
        if (_rawPath is null || request.Method.Length == 0)
            throw new UndecodableEventException("The event has no rawPath or no requestContext.http.method.");
        if (IsFunctionUrl(request.Host))
            (request.FrontDoor, _event.HasBasePath) = (FrontDoor.FunctionUrl, true);
        var path = StagePath.Remove(_rawPath, _stage);
        var parameters = _payload.Span[_pathParameters];
        request.Path = request.FrontDoor == FrontDoor.HttpApi && GatewayRoute.IsNeeded(path, parameters, _routeKey.Raw(_payload))
            ? GatewayRoute.Escape(_routeKey.Decode(_payload), parameters, path)
            : PathText.Normalize(path);
        // Where the event has an array of cookies, a Cookie header in it repeats them.
        if (_cookies is { Count: > 0 })
            request.Cookies = _cookies;
        _event.ReadBody(_payload, _body, _isBase64);
        _event.Caller = Caller();
        if (!_certificate.Equals(default))
            _event.Caller = _event.Caller.With(EventCaller.ReadCertificate(_payload[_certificate]));
    }

    // The authorizers of an API exclude each other.
    private readonly Caller Caller()
    {
        if (!_claims.Equals(default))
            return Identity.Caller.FromClaims(_payload.Span[_claims]);
        if (!_lambda.Equals(default))
            return Identity.Caller.FromContext(_payload.Span[_lambda]);
        return _iam.Equals(default) ? Identity.Caller.Anonymous : EventCaller.ReadIam(_payload[_iam]).ToCaller();
    }

    // Function URLs share the format, and leave the path as it came.
    private static bool IsFunctionUrl(string? host) => host is not null
        && host.Contains(".lambda-url.", StringComparison.Ordinal)
        && (host.EndsWith(".on.aws", StringComparison.Ordinal) || host.EndsWith(".on.amazonwebservices.com.cn", StringComparison.Ordinal));
}

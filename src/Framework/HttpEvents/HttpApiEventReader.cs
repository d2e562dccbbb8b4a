using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Framework.Http;
using Framework.Identity;
using Framework.Runtime;

namespace Framework.HttpEvents;

/// <summary>Reads one event of payload format 2.0 in one pass. A text is decoded only where it is used.
/// </summary>
#pragma warning disable CA1001 // The event that it makes belongs to the caller.
internal ref struct HttpApiEventReader(ReadOnlyMemory<byte> payload)
#pragma warning restore CA1001
{
    private const string DefaultStage = "$default";

    private readonly ReadOnlyMemory<byte> _payload = payload;
    private readonly HttpEvent _event = new();
    private Utf8JsonReader _json = new(payload.Span);
    private string? _rawPath;
    private string? _stage;
    private JsonText _body;
    private bool _isBase64;
    private Range _claims;
    private JsonText _routeKey;
    private Range _pathParameters;

    public HttpEvent Read()
    {
        _event.Request.Headers.Read(_payload);
        _json.Read();
        while (NextProperty())
            ReadTopLevel();
        Complete();
        return _event;
    }

    private void ReadTopLevel()
    {
        if (Is("rawPath"u8))
            _rawPath = Text();
        else if (Is("routeKey"u8))
            _routeKey = Place();
        else if (Is("pathParameters"u8))
            _pathParameters = PlaceOfObject();
        else if (Is("rawQueryString"u8))
            _event.Request.Query = new QueryString(Text() ?? "");
        else if (Is("headers"u8))
            ReadHeaders();
        else if (Is("cookies"u8))
            ReadCookies();
        else if (Is("requestContext"u8))
            ReadContext();
        else if (Is("body"u8))
            _body = Place();
        else if (Is("isBase64Encoded"u8))
            _isBase64 = True();
        else
            SkipValue();
    }

    private void ReadContext()
    {
        if (!Enter(JsonTokenType.StartObject))
            return;
        var request = _event.Request;
        while (NextProperty())
        {
            if (Is("http"u8))
                ReadHttp();
            else if (Is("stage"u8))
                _stage = Text(DefaultStage);
            else if (Is("domainName"u8))
                request.Host = Text();
            else if (Is("requestId"u8))
                request.GatewayRequestId = Text();
            else if (Is("authorizer"u8))
                ReadAuthorizer();
            else
                SkipValue();
        }
    }

    private void ReadHttp()
    {
        if (!Enter(JsonTokenType.StartObject))
            return;
        while (NextProperty())
        {
            if (Is("method"u8))
                _event.Request.Method = Method();
            else if (Is("sourceIp"u8))
                _event.Request.SourceIp = Text();
            else
                SkipValue();
        }
    }

    // Only a JWT that the gateway verified names a caller: authorizer.lambda and authorizer.iam are
    // ignored, because their contents do not say who was authenticated.
    private void ReadAuthorizer()
    {
        if (!Enter(JsonTokenType.StartObject))
            return;
        while (NextProperty())
        {
            if (Is("jwt"u8))
                ReadJwt();
            else
                SkipValue();
        }
    }

    private void ReadJwt()
    {
        if (!Enter(JsonTokenType.StartObject))
            return;
        while (NextProperty())
        {
            if (Is("claims"u8))
                _claims = PlaceOfObject();
            else
                SkipValue();
        }
    }

    private void ReadHeaders()
    {
        if (!Enter(JsonTokenType.StartObject))
            return;
        while (NextProperty())
        {
            var name = JsonText.Of(_json);
            if (Next() == JsonTokenType.String)
                _event.Request.Headers.Add(new HeaderField(name, JsonText.Of(_json)));
            else
                _json.Skip();
        }
    }

    private void ReadCookies()
    {
        if (!Enter(JsonTokenType.StartArray))
            return;
        var cookies = new List<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            cookies.Add(_json.GetString() ?? "");
        _event.Request.Cookies = cookies;
    }

    private readonly void Complete()
    {
        var request = _event.Request;
        if (_rawPath is null || request.Method.Length == 0)
            throw new UndecodableEventException("The event has no rawPath or no requestContext.http.method.");
        request.Path = WithoutStage(_rawPath, _stage);
        request.IsPathEncoded = IsFunctionUrl(request.Host);
        if (_payload.Span[_pathParameters].Contains((byte)'/') && EscapedPath(request.Path) is { } escaped)
            (request.Path, request.IsPathEncoded) = (escaped, true);
        request.Body = Body();
        if (!_claims.Equals(default))
            _event.Caller = Caller.FromClaims(_payload.Span[_claims]);
    }

    private readonly string? EscapedPath(string path) =>
        GatewayRoute.Escape(_routeKey.Length == 0 ? "" : _routeKey.Decode(_payload), _payload.Span[_pathParameters], path);

    // HTTP APIs decode the path before they pass it on; function URLs, which share the format, leave it as it came.
    private static bool IsFunctionUrl(string? host) => host?.Contains(".lambda-url.", StringComparison.Ordinal) == true;

    // A stage other than $default comes before the path; the stage /dev must not match /developers.
    private static string WithoutStage(string rawPath, string? stage)
    {
        if (rawPath.Length == 0)
            return "/";
        if (stage is null or DefaultStage or "" || !rawPath.AsSpan(1).StartsWith(stage, StringComparison.Ordinal))
            return rawPath;
        var rest = rawPath[(stage.Length + 1)..];
        return rest.Length == 0 ? "/" : rest[0] == '/' ? rest : rawPath;
    }

    private readonly ReadOnlyMemory<byte> Body()
    {
        if (_body.Length == 0)
            return default;
        if (!_body.IsEscaped && !_isBase64)
            return _payload.Slice(_body.Start, _body.Length);
        var bytes = _event.Rent(_body.Length);
        var length = _body.CopyTo(_payload, bytes);
        if (!_isBase64)
            return bytes.AsMemory(0, length);
        return Base64.DecodeFromUtf8InPlace(bytes.AsSpan(0, length), out var decoded) == OperationStatus.Done
            ? bytes.AsMemory(0, decoded)
            : throw new UndecodableEventException("The event's body is not base64, though isBase64Encoded says so.");
    }

    private bool NextProperty() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName;

    private readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    private JsonTokenType Next()
    {
        _json.Read();
        return _json.TokenType;
    }

    /// <summary>Enters an object or array; skips any other value, such as null.</summary>
    private bool Enter(JsonTokenType start)
    {
        if (Next() == start)
            return true;
        _json.Skip();
        return false;
    }

    private bool True()
    {
        var found = Next() == JsonTokenType.True;
        _json.Skip();
        return found;
    }

    private void SkipValue()
    {
        _json.Read();
        _json.Skip();
    }

    private string? Text(string? known = null)
    {
        if (Next() != JsonTokenType.String)
        {
            _json.Skip();
            return null;
        }
        return known is not null && _json.ValueTextEquals(known) ? known : _json.GetString();
    }

    private JsonText Place()
    {
        if (Next() == JsonTokenType.String)
            return JsonText.Of(_json);
        _json.Skip();
        return default;
    }

    private Range PlaceOfObject()
    {
        var isObject = Next() == JsonTokenType.StartObject;
        var start = (int)_json.TokenStartIndex;
        _json.Skip();
        return isObject ? start..(int)_json.BytesConsumed : default;
    }

    private string Method()
    {
        if (Next() != JsonTokenType.String)
            return "";
        foreach (var method in HttpMethods.Known)
        {
            if (_json.ValueTextEquals(method))
                return method;
        }
        return _json.GetString()!;
    }
}

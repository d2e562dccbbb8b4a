using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>Payload format 1.0: API Gateway's REST API, whose binary media types are <c>*/*</c>, so that every body comes in base64; or its
/// HTTP API.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">
/// API Gateway's documentation of REST APIs</see> and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">of HTTP
/// APIs</see>.</remarks>
internal sealed class PayloadV1Shape(bool isRestApi) : GatewayShape
{
    public override string Stage => isRestApi ? "local" : base.Stage;

    public override bool HasCors => !isRestApi;

    public override bool DecodesPath => !isRestApi;

    public override TimeSpan Timeout => isRestApi ? TimeSpan.FromSeconds(29) : base.Timeout;

    public override bool CanStream => isRestApi;

    public override string IdHeader => isRestApi ? "x-amzn-requestid" : "apigw-requestid";

    public override GatewayResponse TooLarge() =>
        GatewayResponse.Message(413, isRestApi ? "Request Too Long" : "Request Entity Too Large");

    public override GatewayResponse Failed() => isRestApi
        ? Error(502, "Internal server error", "InternalServerErrorException")
        : base.Failed();

    public override GatewayResponse TimedOut() => isRestApi
        ? Error(504, "Endpoint request timed out", "InternalServerErrorException")
        : base.TimedOut();

    public override GatewayResponse TooMany() => isRestApi ? Error(429, "Too Many Requests", "TooManyRequestsException") : base.TooMany();

    public override GatewayResponse Unauthorized() => isRestApi ? Error(401, "Unauthorized", "UnauthorizedException") : base.Unauthorized();

    public override GatewayResponse Denied(bool isExplicit) => isRestApi
        ? GatewayResponse.Json(
            403,
            $$"""{"Message":"User is not authorized to access this resource{{(isExplicit ? " with an explicit deny" : "")}}"}""",
            "AccessDeniedException")
        : base.Denied(isExplicit);

    // Measured in https://loige.co/debugging-custom-apigateway-authorizers
    public override GatewayResponse AuthorizerFailed() => isRestApi
        ? GatewayResponse.Json(500, """{"message":null}""", "AuthorizerConfigurationException")
        : base.AuthorizerFailed();

    // The quota of a REST API is for the values of headers alone.
    public override GatewayResponse? CheckHead(HttpRequest request) => isRestApi
        ? RequestHead.Values(request) > MaxHead ? HeadTooLarge() : null
        : base.CheckHead(request);

    public override void Write(IBufferWriter<byte> destination, GatewayRequest request)
    {
        using var json = EventParts.Begin(destination);
        if (!isRestApi)
            json.WriteString("version"u8, "1.0"u8);
        WriteRequest(json, request, withMultiple: true);
        EventParts.WriteBody(json, request.Body.Span, !isRestApi && MediaTypes.IsText(request.Http.Request.ContentType), "null"u8);
        json.WriteEndObject();
    }

    public override GatewayResponse Read(ReadOnlyMemory<byte> response) => ProxyResponseReader.ReadV1(response) is { } read
        ? isRestApi && !read.IsGateways ? read with { Headers = [.. read.Headers.Select(Remapped)] } : read
        : Failed();

    public override void WriteQuestion(IBufferWriter<byte> destination, GatewayRequest request, IReadOnlyList<string> sources)
    {
        using var json = EventParts.Begin(destination);
        if (!isRestApi)
            json.WriteString("version"u8, "1.0"u8);
        json.WriteString("type"u8, "REQUEST"u8);
        json.WriteString("methodArn"u8, Arn(request));
        if (!isRestApi)
        {
            json.WriteString("identitySource"u8, string.Join(',', sources));
            json.WriteString("authorizationToken"u8, string.Join(',', sources));
        }
        WriteRequest(json, request, withMultiple: isRestApi);
        json.WriteEndObject();
    }

    private void WriteRequest(Utf8JsonWriter json, GatewayRequest request, bool withMultiple)
    {
        json.WriteString("resource"u8, Resource(request));
        json.WriteString("path"u8, Path(request));
        json.WriteString("httpMethod"u8, request.Http.Request.Method);
        var query = EventParts.DecodedQuery(request.Target.Query, isRestApi);
        EventParts.WriteSingle(json, "headers"u8, EventParts.Headers(request, withLength: !isRestApi));
        if (withMultiple)
            EventParts.WriteMultiple(json, "multiValueHeaders"u8, EventParts.Headers(request, withLength: !isRestApi));
        EventParts.WriteSingle(json, "queryStringParameters"u8, query);
        if (withMultiple)
            EventParts.WriteMultiple(json, "multiValueQueryStringParameters"u8, query);
        WriteContext(json, request);
        WritePathParameters(json, request);
        json.WriteNull("stageVariables"u8);
    }

    private void WriteContext(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http.Request;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("accountId"u8, EventParts.AccountId);
        json.WriteString("apiId"u8, EventParts.ApiId);
        if (request.Token is { } token)
            WriteAuthorizer(json, token);
        else if (request.Caller is { } caller)
            WriteAuthorizer(json, caller);
        json.WriteString("domainName"u8, http.Host.Host);
        json.WriteString("extendedRequestId"u8, request.Id);
        json.WriteString("httpMethod"u8, http.Method);
        json.WriteStartObject("identity"u8);
        json.WriteNull("accessKey"u8);
        json.WriteNull("accountId"u8);
        json.WriteNull("caller"u8);
        json.WriteNull("cognitoIdentityId"u8);
        json.WriteString("sourceIp"u8, EventParts.SourceIp(request.Http));
        json.WriteNull("user"u8);
        json.WriteString("userAgent"u8, http.Headers.UserAgent.ToString());
        json.WriteNull("userArn"u8);
        json.WriteEndObject();
        json.WriteString("path"u8, isRestApi ? $"/{Stage}{request.Target.RawPath}" : request.Target.TwiceDecoded);
        json.WriteString("protocol"u8, http.Protocol);
        json.WriteString("requestId"u8, request.Id);
        json.WriteString("requestTime"u8, EventParts.Time(request.Time));
        json.WriteNumber("requestTimeEpoch"u8, request.Time.ToUnixTimeMilliseconds());
        json.WriteString("resourcePath"u8, Resource(request));
        json.WriteString("stage"u8, Stage);
        json.WriteEndObject();
    }

    private void WriteAuthorizer(Utf8JsonWriter json, VerifiedToken token)
    {
        json.WriteStartObject("authorizer"u8);
        json.WritePropertyName("claims"u8);
        token.WriteClaims(json, isRestApi);
        if (!isRestApi)
            json.WriteNull("scopes"u8);
        json.WriteEndObject();
    }

    private void WriteAuthorizer(Utf8JsonWriter json, AuthorizedCaller caller)
    {
        json.WriteStartObject("authorizer"u8);
        if (isRestApi)
            json.WriteString("principalId"u8, caller.PrincipalId);
        caller.WriteContext(json, asText: isRestApi);
        json.WriteEndObject();
    }

    // A REST API leaves the values encoded, an HTTP API decodes them.
    private void WritePathParameters(Utf8JsonWriter json, GatewayRequest request)
    {
        var values = request.Route is not null
            ? isRestApi ? request.RawParameters() : request.DecodedParameters()
            : isRestApi ? [KeyValuePair.Create("proxy", request.Target.RawPath.TrimStart('/'))] : [];
        if (values.Length == 0)
            json.WriteNull("pathParameters"u8);
        else
            EventParts.WriteSingle(json, "pathParameters"u8, values);
    }

    private static GatewayResponse Error(int statusCode, string message, string type) =>
        GatewayResponse.Json(statusCode, $$"""{"message":"{{message}}"}""", type);

    private string Resource(GatewayRequest request) =>
        request.Route?.Template.Text ?? (isRestApi ? "/{proxy+}" : "$default");

    private string Path(GatewayRequest request) => isRestApi ? request.Target.RawPath : request.Target.TwiceDecoded;

    // A REST API renames some headers, see
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
    private static KeyValuePair<string, string> Remapped(KeyValuePair<string, string> header) =>
        header.Key.ToUpperInvariant() is "WWW-AUTHENTICATE" or "SERVER" or "DATE"
            ? KeyValuePair.Create($"x-amzn-remapped-{header.Key}", header.Value)
            : header;
}

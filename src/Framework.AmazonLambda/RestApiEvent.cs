using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using static Amazon.Lambda.APIGatewayEvents.APIGatewayProxyRequest;

namespace Framework.AmazonLambda;

/// <summary>Writes a request of payload format 1.0 as the event that it was read from.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">API
/// Gateway's documentation</see>.</remarks>
internal static class RestApiEvent
{
    public static void Write(Utf8JsonWriter json, APIGatewayProxyRequest request)
    {
        json.WriteStartObject();
        if (IsHttpApi(request.RequestContext))
            json.WriteString("version", "1.0");
        json.Text("resource", request.Resource);
        json.Text("path", request.Path);
        json.Text("httpMethod", request.HttpMethod);
        json.Map("headers", request.Headers);
        json.Map("multiValueHeaders", request.MultiValueHeaders);
        json.Map("queryStringParameters", request.QueryStringParameters);
        json.Map("multiValueQueryStringParameters", request.MultiValueQueryStringParameters);
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        json.Object("requestContext", request.RequestContext, WriteContext);
        json.Text("body", request.Body);
        json.WriteBoolean("isBase64Encoded", request.IsBase64Encoded);
        json.WriteEndObject();
    }

    // The type lacks the version that an HTTP API's event has. A REST API's resource has an id; an HTTP API has none, or its route.
    private static bool IsHttpApi(ProxyRequestContext? context) => context is { ConnectionId: null }
        && (context.ResourceId is not { Length: > 0 } id || !id.All(char.IsAsciiLetterOrDigit));

    private static void WriteContext(Utf8JsonWriter json, ProxyRequestContext context)
    {
        json.Text("accountId", context.AccountId);
        json.Text("apiId", context.ApiId);
        json.Object("authorizer", context.Authorizer, WriteAuthorizer);
        WriteConnection(json, context);
        json.Text("domainName", context.DomainName);
        json.Text("domainPrefix", context.DomainPrefix);
        json.Text("extendedRequestId", context.ExtendedRequestId);
        json.Text("httpMethod", context.HttpMethod);
        json.Object("identity", context.Identity, WriteIdentity);
        json.Text("operationName", context.OperationName);
        json.Text("path", context.Path);
        json.Text("requestId", context.RequestId);
        json.Text("requestTime", context.RequestTime);
        json.WriteNumber("requestTimeEpoch", context.RequestTimeEpoch);
        json.Text("resourceId", context.ResourceId);
        json.Text("resourcePath", context.ResourcePath);
        json.Text("stage", context.Stage);
    }

    // A WebSocket API's event has the same type.
    private static void WriteConnection(Utf8JsonWriter json, ProxyRequestContext context)
    {
        if (context.ConnectionId is null)
            return;
        json.WriteString("connectionId", context.ConnectionId);
        json.WriteNumber("connectedAt", context.ConnectedAt);
        json.Text("eventType", context.EventType);
        json.Text("messageDirection", context.MessageDirection);
        json.Text("messageId", context.MessageId);
        json.Text("routeKey", context.RouteKey);
    }

    // Claims that were set by hand are no entry of the dictionary.
    private static void WriteAuthorizer(Utf8JsonWriter json, APIGatewayCustomAuthorizerContext authorizer)
    {
        json.Values(authorizer);
        if (!authorizer.ContainsKey("claims") && authorizer.Claims is { Count: > 0 } claims)
            json.Map("claims", claims);
    }

    private static void WriteIdentity(Utf8JsonWriter json, RequestIdentity identity)
    {
        json.Text("accessKey", identity.AccessKey);
        json.Text("accountId", identity.AccountId);
        json.Text("apiKey", identity.ApiKey);
        json.Text("apiKeyId", identity.ApiKeyId);
        json.Text("caller", identity.Caller);
        json.Object("clientCert", identity.ClientCert, WriteCertificate);
        json.Text("cognitoAuthenticationProvider", identity.CognitoAuthenticationProvider);
        json.Text("cognitoAuthenticationType", identity.CognitoAuthenticationType);
        json.Text("cognitoIdentityId", identity.CognitoIdentityId);
        json.Text("cognitoIdentityPoolId", identity.CognitoIdentityPoolId);
        json.Text("sourceIp", identity.SourceIp);
        json.Text("user", identity.User);
        json.Text("userAgent", identity.UserAgent);
        json.Text("userArn", identity.UserArn);
    }

    private static void WriteCertificate(Utf8JsonWriter json, ProxyRequestClientCert certificate)
    {
        json.Text("clientCertPem", certificate.ClientCertPem);
        json.Text("subjectDN", certificate.SubjectDN);
        json.Text("issuerDN", certificate.IssuerDN);
        json.Text("serialNumber", certificate.SerialNumber);
        json.Object("validity", certificate.Validity, static (json, validity) =>
        {
            json.Text("notBefore", validity.NotBefore);
            json.Text("notAfter", validity.NotAfter);
        });
    }
}

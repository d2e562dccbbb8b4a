using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using static Amazon.Lambda.APIGatewayEvents.APIGatewayHttpApiV2ProxyRequest;

namespace Framework.AmazonLambda;

/// <summary>Writes a request of payload format 2.0 as the event that it was read from. The names are those of the event, not of the
/// properties: <c>UserARN</c> is <c>userArn</c>.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">API
/// Gateway's documentation</see>.</remarks>
internal static class HttpApiEvent
{
    public static void Write(Utf8JsonWriter json, APIGatewayHttpApiV2ProxyRequest request)
    {
        json.WriteStartObject();
        json.WriteString("version", request.Version ?? "2.0");
        json.Text("routeKey", request.RouteKey);
        json.Text("rawPath", request.RawPath);
        json.Text("rawQueryString", request.RawQueryString);
        json.Texts("cookies", request.Cookies);
        json.Map("headers", request.Headers);
        json.Map("queryStringParameters", request.QueryStringParameters);
        json.Object("requestContext", request.RequestContext, WriteContext);
        json.Map("pathParameters", request.PathParameters);
        json.Map("stageVariables", request.StageVariables);
        json.Text("body", request.Body);
        json.WriteBoolean("isBase64Encoded", request.IsBase64Encoded);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, ProxyRequestContext context)
    {
        json.Text("accountId", context.AccountId);
        json.Text("apiId", context.ApiId);
        json.Object("authentication", context.Authentication, static (json, authentication) =>
            json.Object("clientCert", authentication.ClientCert, WriteCertificate));
        json.Object("authorizer", context.Authorizer, WriteAuthorizer);
        json.Text("domainName", context.DomainName);
        json.Text("domainPrefix", context.DomainPrefix);
        json.Object("http", context.Http, WriteHttp);
        json.Text("requestId", context.RequestId);
        json.Text("routeId", context.RouteId);
        json.Text("routeKey", context.RouteKey);
        json.Text("stage", context.Stage);
        json.Text("time", context.Time);
        json.WriteNumber("timeEpoch", context.TimeEpoch);
    }

    private static void WriteHttp(Utf8JsonWriter json, HttpDescription http)
    {
        json.Text("method", http.Method);
        json.Text("path", http.Path);
        json.Text("protocol", http.Protocol);
        json.Text("sourceIp", http.SourceIp);
        json.Text("userAgent", http.UserAgent);
    }

    private static void WriteAuthorizer(Utf8JsonWriter json, AuthorizerDescription authorizer)
    {
        json.Object("jwt", authorizer.Jwt, static (json, jwt) =>
        {
            json.Map("claims", jwt.Claims);
            json.Texts("scopes", jwt.Scopes);
        });
        json.Map("lambda", authorizer.Lambda);
        json.Object("iam", authorizer.IAM, static (json, iam) =>
        {
            json.Text("accessKey", iam.AccessKey);
            json.Text("accountId", iam.AccountId);
            json.Text("callerId", iam.CallerId);
            json.Object("cognitoIdentity", iam.CognitoIdentity, static (json, identity) =>
            {
                json.Texts("amr", identity.AMR);
                json.Text("identityId", identity.IdentityId);
                json.Text("identityPoolId", identity.IdentityPoolId);
            });
            json.Text("principalOrgId", iam.PrincipalOrgId);
            json.Text("userArn", iam.UserARN);
            json.Text("userId", iam.UserId);
        });
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

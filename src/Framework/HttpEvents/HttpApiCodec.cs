using System.Text.Json;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>API Gateway's HTTP API and Lambda function URLs, payload format 2.0.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
/// API Gateway's documentation</see> and
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Lambda's</see>.</remarks>
internal sealed class HttpApiCodec : EventCodec
{
    public static HttpApiCodec Instance { get; } = new();

    protected override HttpEvent Read(ReadOnlyMemory<byte> payload) => new HttpApiEventReader(payload).Read();

    protected override void WriteHead(Utf8JsonWriter json, Response response, string? type)
    {
        json.WriteStartObject("headers"u8);
        WriteHeaders(json, response, type);
        json.WriteEndObject();
        if (response.HasCookies)
            WriteCookies(json, "cookies"u8, response);
    }
}

using System.Text.Json;
using Framework.Http;

namespace Framework.HttpEvents;

/// <summary>Payload format 1.0: API Gateway's REST API, and its HTTP API where the integration asks for it.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">
/// API Gateway's documentation of REST APIs</see> and
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">of HTTP
/// APIs</see>.</remarks>
internal sealed class RestApiCodec : EventCodec
{
    private readonly FrontDoor _frontDoor;

    private RestApiCodec(FrontDoor frontDoor) => _frontDoor = frontDoor;

    public static RestApiCodec RestApi { get; } = new(FrontDoor.RestApi);

    public static RestApiCodec HttpApi { get; } = new(FrontDoor.HttpApi);

    /// <summary>A REST API compresses by itself where its stage says so.</summary>
    public override bool MayCompress => _frontDoor == FrontDoor.HttpApi;

    protected override HttpEvent Read(ReadOnlyMemory<byte> payload) => new ProxyEventReader(payload, _frontDoor).Read();

    protected override void WriteHead(Utf8JsonWriter json, Response response, string? type)
    {
        json.WriteStartObject("headers"u8);
        WriteHeaders(json, response, type);
        json.WriteEndObject();
        if (!response.HasCookies)
            return;
        json.WriteStartObject("multiValueHeaders"u8);
        WriteCookies(json, "set-cookie"u8, response);
        json.WriteEndObject();
    }
}

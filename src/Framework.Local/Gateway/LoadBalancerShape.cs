using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>An Application Load Balancer in front of the function.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Elastic Load
/// Balancing's documentation</see>.</remarks>
internal sealed class LoadBalancerShape(bool isMultiValue) : GatewayShape
{
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
    private const int MaxLine = 16 * 1024;
    private const int MaxHeaders = 64 * 1024;

    public override long MaxBodyBytes => 1024 * 1024;

    public override bool IsApi => false;

    public override TimeSpan Timeout => TimeLimit.Longest;

    public override string? IdHeader => null;

    public override GatewayResponse TooLarge() => GatewayResponse.Html(413, "413 Request Entity Too Large");

    public override GatewayResponse Failed() => GatewayResponse.Html(502, "502 Bad Gateway");

    public override GatewayResponse TimedOut() => Failed();

    public override GatewayResponse? CheckHead(HttpRequest request) =>
        RequestHead.Line(request) > MaxLine || RequestHead.LongestHeader(request) > MaxLine || RequestHead.Headers(request) > MaxHeaders
            ? GatewayResponse.Html(400, "400 Bad Request")
            : null;

    public override void Write(IBufferWriter<byte> destination, GatewayRequest request)
    {
        using var json = EventParts.Begin(destination);
        json.WriteStartObject("requestContext"u8);
        json.WriteStartObject("elb"u8);
        json.WriteString("targetGroupArn"u8, "arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/local/0000000000000000"u8);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("httpMethod"u8, request.Http.Request.Method);
        json.WriteString("path"u8, request.Target.RawPath);
        var query = EventParts.RawQuery(request.Target.Query);
        var headers = EventParts.Headers(request).Select(header => KeyValuePair.Create(EventParts.LowerCase(header.Key), header.Value));
        if (isMultiValue)
        {
            EventParts.WriteMultiple(json, "multiValueQueryStringParameters"u8, query, writesEmpty: true);
            EventParts.WriteMultiple(json, "multiValueHeaders"u8, headers);
        }
        else
        {
            EventParts.WriteSingle(json, "queryStringParameters"u8, query, writesEmpty: true);
            EventParts.WriteSingle(json, "headers"u8, headers);
        }
        var isText = MediaTypes.IsText(request.Http.Request.ContentType) && request.Http.Request.Headers.ContentEncoding.Count == 0;
        EventParts.WriteBody(json, request.Body.Span, isText, "\"\""u8);
        json.WriteEndObject();
    }

    public override GatewayResponse Read(ReadOnlyMemory<byte> response) =>
        response.Length <= MaxBodyBytes && ProxyResponseReader.Read(response, isMultiValue) is { } read ? read : Failed();
}

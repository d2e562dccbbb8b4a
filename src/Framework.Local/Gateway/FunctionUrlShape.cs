using System.Buffers;

namespace Framework.Local.Gateway;

/// <summary>A function URL without an authorizer: payload format 2.0, with the path as it was sent.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Lambda's documentation</see>.</remarks>
internal sealed class FunctionUrlShape : GatewayShape
{
    public override long MaxBodyBytes => 6 * 1024 * 1024;

    public override bool IsApi => false;

    public override bool CanStream => true;

    public override bool HasCors => true;

    public override TimeSpan Timeout => TimeLimit.Longest;

    public override string IdHeader => "x-amzn-requestid";

    public override GatewayResponse TooLarge() => GatewayResponse.Message(413, "Request Entity Too Large");

    public override GatewayResponse Failed() => GatewayResponse.Text(502, "Internal Server Error");

    public override GatewayResponse TimedOut() => Failed();

    public override void Write(IBufferWriter<byte> destination, GatewayRequest request) =>
        HttpApiEventWriter.WriteFunctionUrl(destination, request);

    public override GatewayResponse Read(ReadOnlyMemory<byte> response) =>
        HttpApiResponseReader.Read(response) is { IsGateways: false } read ? read : Failed();
}

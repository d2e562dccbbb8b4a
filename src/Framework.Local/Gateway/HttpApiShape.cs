using System.Buffers;

namespace Framework.Local.Gateway;

/// <summary>API Gateway's HTTP API, payload format 2.0.</summary>
internal sealed class HttpApiShape : GatewayShape
{
    public override bool HasCors => true;

    public override bool DecodesPath => true;

    public override string IdHeader => "apigw-requestid";

    public override GatewayResponse TooLarge() => GatewayResponse.Message(413, "Request Entity Too Large");

    public override void Write(IBufferWriter<byte> destination, GatewayRequest request) =>
        HttpApiEventWriter.Write(destination, request);

    public override void WriteQuestion(IBufferWriter<byte> destination, GatewayRequest request, IReadOnlyList<string> sources) =>
        HttpApiEventWriter.WriteQuestion(destination, request, Arn(request), sources);

    public override GatewayResponse Read(ReadOnlyMemory<byte> response) => HttpApiResponseReader.Read(response);
}

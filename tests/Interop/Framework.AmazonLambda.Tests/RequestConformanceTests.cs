using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Framework.Dispatch;
using Framework.Tests.Conformance;

namespace Framework.AmazonLambda.Tests;

/// <summary>Each request of <c>tests/fixtures/requests</c>, through Amazon's types.</summary>
public sealed class RequestConformanceTests
{
    public static TheoryData<string> Requests => [.. LogicalRequest.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_comes_through_Amazon_s_types_unchanged(string name)
    {
        var request = LogicalRequest.Read(name);
        foreach (var frontDoor in FrontDoorUnderTest.All.Where(door => door is PayloadV1 or PayloadV2))
        {
            if (request.ExpectedAt(frontDoor.Name) is not { } expected)
                continue;
            foreach (var empty in Enum.GetValues<EmptyValue>())
            {
                var payload = Through(frontDoor, frontDoor.Write(request, empty));
                Assert.Equal(frontDoor.Shape, EventShapes.Of(payload));
                using var read = Dispatcher.CodecOf(frontDoor.Shape).Decode(payload);
                read.RemoveBasePath(request.BasePath);
                RequestCheck.Check(request, expected, read.Request, frontDoor);
            }
        }
    }

    private static byte[] Through(FrontDoorUnderTest frontDoor, JsonObject json) => frontDoor is PayloadV2
        ? AmazonTypes.Bytes(HttpApiEvent.Write, AmazonTypes.Read<APIGatewayHttpApiV2ProxyRequest>(json))
        : AmazonTypes.Bytes(RestApiEvent.Write, AmazonTypes.Read<APIGatewayProxyRequest>(json));
}

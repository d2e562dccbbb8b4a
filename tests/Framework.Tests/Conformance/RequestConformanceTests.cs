using System.Text.Json;
using Framework.Dispatch;

namespace Framework.Tests.Conformance;

/// <summary>Each request of <c>tests/fixtures/requests</c>, through each front door.</summary>
public sealed class RequestConformanceTests
{
    public static TheoryData<string> Requests => [.. LogicalRequest.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_is_the_same_behind_every_front_door(string name)
    {
        var request = LogicalRequest.Read(name);
        foreach (var frontDoor in FrontDoorUnderTest.All)
        {
            if (request.ExpectedAt(frontDoor.Name) is not { } expected)
                continue;
            foreach (var empty in Enum.GetValues<EmptyValue>())
            {
                var payload = JsonSerializer.SerializeToUtf8Bytes(frontDoor.Write(request, empty));
                Assert.Equal(frontDoor.Shape, EventShapes.Of(payload));
                using var read = Dispatcher.CodecOf(frontDoor.Shape).Decode(payload);
                read.RemoveBasePath(request.BasePath);
                RequestCheck.Check(request, expected, read.Request, frontDoor);
            }
        }
    }

    [Fact]
    public void The_corpus_has_four_hundred_requests() => Assert.InRange(LogicalRequest.Names.Count(), 400, int.MaxValue);
}

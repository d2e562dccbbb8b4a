using System.Text;
using Framework.Dispatch;
using Framework.Runtime;
using Framework.Tests.Service;

namespace Framework.Tests.Dispatch;

public sealed class EventShapesTests
{
    private const string Other = "The event is not an API Gateway HTTP API event of payload format 2.0: it has no \"version\": \"2.0\".";

    [Fact]
    public void A_request_of_payload_format_2_is_an_HTTP_API_event() =>
        Assert.Equal(EventShape.HttpApi, EventShapes.Of(new HttpApiEvent("GET", "/a").ToJson()));

    [Fact]
    public void A_name_with_an_escape_is_the_same_name() =>
        Assert.Equal(EventShape.HttpApi, EventShapes.Of("""{"v\u0065rsion":"2.0"}"""u8));

    [Fact]
    public void The_version_may_stand_behind_other_properties() =>
        Assert.Equal(EventShape.HttpApi, EventShapes.Of("""{"a":{"version":"1.0"},"b":["version"],"version":"2.0"}"""u8));

    [Theory]
    [InlineData("""{"version":"1.0"}""", Other)]
    [InlineData("""{"version":2.0}""", Other)]
    [InlineData("""{"Records":[]}""", Other)]
    [InlineData("""["version","2.0"]""", Other)]
    [InlineData("\"text\"", Other)]
    [InlineData("{\"a\":1,\n\"b\":secret}", "The event is not valid JSON at line 2, byte 5.")]
    [InlineData("", "The event is not valid JSON at line 1, byte 1.")]
    [InlineData("""{"version":"\ud800"}""", "The event's version is not valid text.")]
    public void What_no_service_can_serve_is_refused_with_the_reason(string payload, string expected) =>
        Assert.Equal(expected, Assert.Throws<UndecodableEventException>(() => EventShapes.Of(Encoding.UTF8.GetBytes(payload))).Message);
}

using System.Text;
using Framework.Dispatch;
using Framework.Runtime;
using Framework.Tests.Service;

namespace Framework.Tests.Dispatch;

public sealed class EventShapesTests
{
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
    [InlineData("""{"version":"1.0"}""")]
    [InlineData("""{"version":2.0}""")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""["version","2.0"]""")]
    [InlineData("\"text\"")]
    [InlineData("""{"httpMethod":"GET","path":"/"}""")]
    [InlineData("""{"httpMethod":null,"requestContext":{}}""")]
    [InlineData("""{"httpMethod":"GET","requestContext":null}""")]
    [InlineData("""{"requestContext":{"connectionId":"a="}}""")]
    [InlineData("""{"type":"REQUEST","requestContext":{}}""")]
    public void What_lacks_a_field_has_no_shape(string payload) => Assert.Equal(EventShape.Unknown, EventShapes.Of(Encoding.UTF8.GetBytes(payload)));

    [Theory]
    [InlineData("""{"httpMethod":"GET","requestContext":{}}""", nameof(EventShape.RestApi))]
    [InlineData("""{"version":"1.0","httpMethod":"GET","requestContext":{}}""", nameof(EventShape.HttpApiV1))]
    [InlineData("""{"httpMethod":"GET","requestContext":{},"version":"1.0"}""", nameof(EventShape.HttpApiV1))]
    [InlineData("""{"httpMethod":"GET","requestContext":{"elb":{}},"headers":{}}""", nameof(EventShape.LoadBalancer))]
    [InlineData("""{"httpMethod":"GET","requestContext":{"elb":{}},"multiValueHeaders":null}""", nameof(EventShape.LoadBalancer))]
    [InlineData("""{"multiValueHeaders":{},"httpMethod":"GET","requestContext":{"elb":{}}}""", nameof(EventShape.LoadBalancerMultiValue))]
    [InlineData("""{"requestContext":{"connectionId":"a=","eventType":"MESSAGE"}}""", nameof(EventShape.WebSocket))]
    [InlineData("""{"headers":{},"requestContext":{"eventType":"CONNECT","connectionId":"a="}}""", nameof(EventShape.WebSocket))]
    [InlineData("""{"type":"TOKEN","methodArn":"arn:aws:execute-api:r:1:a/s/GET/"}""", nameof(EventShape.Authorizer))]
    [InlineData("""{"version":"2.0","type":"REQUEST","routeArn":"arn:aws:execute-api:r:1:a/s/GET/","rawPath":"/"}""", nameof(EventShape.Authorizer))]
    [InlineData("""{"version":"1.0","type":"REQUEST","methodArn":"arn","httpMethod":"GET","requestContext":{}}""", nameof(EventShape.Authorizer))]
    [InlineData("""{"type":"REQUEST","methodArn":"arn","requestContext":{"connectionId":"a=","eventType":"CONNECT"}}""", nameof(EventShape.Authorizer))]
    [InlineData("""{"version":"2.0","routeKey":"GET /","rawPath":"/"}""", nameof(EventShape.HttpApi))]
    [InlineData("""{"type":"REQUEST","routeArn":"arn","version":"2.0","routeKey":"GET /","rawPath":"/"}""", nameof(EventShape.Authorizer))]
    [InlineData("""{"version":"2.0","headers":{"x":"\"type\":\"REQUEST\",\"routeArn\":\"arn\""},"rawPath":"/"}""", nameof(EventShape.HttpApi))]
    public void The_fields_of_an_event_say_its_shape(string payload, string expected) =>
        Assert.Equal(expected, EventShapes.Of(Encoding.UTF8.GetBytes(payload)).ToString());

    [Theory]
    [InlineData("{\"a\":1,\n\"b\":secret}", "The event is not valid JSON at line 2, byte 5.")]
    [InlineData("", "The event is not valid JSON at line 1, byte 1.")]
    [InlineData("""{"version":"\ud800"}""", "The event's version or type is not valid text.")]
    public void What_no_service_can_serve_is_refused_with_the_reason(string payload, string expected) =>
        Assert.Equal(expected, Assert.Throws<UndecodableEventException>(() => EventShapes.Of(Encoding.UTF8.GetBytes(payload))).Message);
}

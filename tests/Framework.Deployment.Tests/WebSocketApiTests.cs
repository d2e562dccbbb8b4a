using Framework.Authorizers;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.WebSockets;

namespace Framework.Deployment.Tests;

/// <summary>A WebSocket API: routes, responses, who may connect, and who may send.</summary>
public sealed class WebSocketApiTests
{
    [Theory]
    [InlineData(FunctionLayout.OnePerEndpoint)]
    [InlineData(FunctionLayout.OneForAll)]
    public void Each_key_is_a_route_and_a_value_has_a_response(FunctionLayout functions)
    {
        var deployed = Deployed.Of(
            FakeService.Of([Open("Enter", "$connect"), Open("Leave", "$disconnect"), Open("Say", "say", "shout") with { ResponseType = typeof(string) }, Open("Other", "$default")]),
            new() { Functions = functions });

        Assert.Equal(["$connect", "$default", "$disconnect", "say", "shout"], deployed.Of("AWS::ApiGatewayV2::Route").Select(route => route["Properties"]!["RouteKey"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(2, deployed.Of("AWS::ApiGatewayV2::RouteResponse").Count);
        Assert.Equal("$default", deployed.Only("AWS::ApiGatewayV2::Route", "RouteKey", "say")["RouteResponseSelectionExpression"]!.GetValue<string>());
        Assert.Equal("WEBSOCKET", deployed.Only("AWS::ApiGatewayV2::Api")["ProtocolType"]!.GetValue<string>());
        Assert.True(deployed.Only("AWS::ApiGatewayV2::Stage")["AutoDeploy"]!.GetValue<bool>());
        Assert.Equal(functions == FunctionLayout.OneForAll ? 1 : 4, deployed.Of("AWS::ApiGatewayV2::Integration").Count);
        Assert.Equal(functions == FunctionLayout.OneForAll ? 1 : 4, deployed.Of("AWS::Lambda::Permission").Count);
        Assert.Equal("wss://${WebSocketApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live", deployed.Root["Outputs"]!["WebSocketApi"]!["Value"]!["Fn::Sub"]!.GetValue<string>());
    }

    [Fact]
    public void It_is_beside_the_API_of_the_requests()
    {
        var deployed = Deployed.Of(FakeService.Of([Open("Enter", "$connect"), new("List", "GET", "/")]), new() { Api = ApiType.RestApi });

        Assert.Single(deployed.Of("AWS::ApiGateway::RestApi"));
        Assert.Single(deployed.Of("AWS::ApiGatewayV2::Api"));
        Assert.Single(deployed.Of("AWS::ApiGateway::Account"));
    }

    [Fact]
    public void A_closed_connection_asks_the_authorizer()
    {
        var deployed = Deployed.Of(FakeService.Of([new("Enter", ["$connect"]), new("Say", ["say"])], null, FakeService.Authorizer<CheckKey>("x-api-key")), new());

        Assert.Equal("CUSTOM", deployed.Only("AWS::ApiGatewayV2::Route", "RouteKey", "$connect")["AuthorizationType"]!.GetValue<string>());
        Assert.Null(deployed.Only("AWS::ApiGatewayV2::Route", "RouteKey", "say")["AuthorizationType"]);
        Assert.Null(deployed.Only("AWS::ApiGatewayV2::Authorizer")["IdentitySource"]);
        HttpApiTests.AssertAsked(deployed, "WebSocketApiAuthorizerPermission", "${WebSocketApi}/authorizers/${WebSocketApiAuthorizer}", "CheckKey");
        Assert.Empty(deployed.Of("AWS::Cognito::UserPool"));
    }

    [Fact]
    public void A_closed_connection_may_be_signed()
    {
        var deployed = Deployed.Of(FakeService.Of([new EndpointDescription("Enter", ["$connect"])]), new() { UsesIam = true });

        Assert.Equal("AWS_IAM", deployed.Only("AWS::ApiGatewayV2::Route")["AuthorizationType"]!.GetValue<string>());
    }

    [Fact]
    public void A_closed_connection_that_nobody_checks_is_refused() => AssertRefused(
        "Enter needs a caller, and a WebSocket API checks no tokens by itself: add a class with [Authorizer], set UsesIam of [assembly: Deployment(...)], or put [AllowAnonymous] on Enter.",
        FakeService.Of([new EndpointDescription("Enter", ["$connect"])]));

    [Fact]
    public void A_closed_message_without_a_connection_that_asks_is_refused() => AssertRefused(
        "Say needs a caller, and a WebSocket API asks who it is at $connect alone: add a class with [Connect], or put [AllowAnonymous] on Say.",
        FakeService.Of([new EndpointDescription("Say", ["say"])]));

    [Fact]
    public void Who_sends_may_send_and_knows_where()
    {
        var deployed = Deployed.Of(FakeService.Of([Open("Enter", "$connect"), FakeService.Endpoint<Sends>("POST", "/say")]), new());

        Assert.Equal("https://${WebSocketApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live", deployed.Variables("Sends")["FRAMEWORK_CONNECTIONS_ENDPOINT"]!["Fn::Sub"]!.GetValue<string>());
        Assert.False(deployed.Variables("Enter").ContainsKey("FRAMEWORK_CONNECTIONS_ENDPOINT"));
        var statements = deployed["SendsRole"]["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Skip(1).ToList();
        Assert.Equal(
            ["DELETE", "POST"],
            statements.Select(statement => statement!["Resource"]!["Fn::Sub"]!.GetValue<string>().Split('/')[^3]));
        Assert.All(statements, statement => Assert.Equal("""["execute-api:ManageConnections"]""", statement!["Action"]!.ToJsonString()));
        Assert.Single(deployed["EnterRole"]["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray());
    }

    [Fact]
    public void Who_sends_where_no_connections_are_is_refused()
    {
        AssertRefused(
            "Sends(IConnections connections) sends to the connections of a WebSocket API, and the service has none: add a class with [Connect] or [Message], or name the other service's API, [Permission(\"execute-api:ManageConnections\", \"arn:...\")].",
            FakeService.Of<Sends>());
        Assert.Single(Deployed.Of(FakeService.Of<SendsElsewhere>(), new()).Of("AWS::Lambda::Function"));
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void So_many_routes_are_refused(int count, bool isRefused)
    {
        var service = FakeService.Of([Open("Say", [.. Enumerable.Range(0, count).Select(index => $"say{index}")])]);

        Assert.Equal(isRefused, Record.Exception(() => Deployed.Of(service, new())) is DeploymentException);
    }

    private static void AssertRefused(string sentence, Microservice service) =>
        Assert.Equal(sentence, Assert.Throws<DeploymentException>(() => Deployed.Of(service, new())).Message);

    private static EndpointDescription Open(string name, params string[] keys) => new(name, keys) { Access = AccessPolicy.Anonymous };

#pragma warning disable CS9113 // The constructors are all that counts.
    private sealed class Sends(IConnections connections);

    [Permission("execute-api:ManageConnections", "arn:aws:execute-api:eu-west-1:123456789012:abc/live/POST/@connections/*")]
    private sealed class SendsElsewhere(IConnections connections);

    [Authorizer("x-api-key")]
    private sealed class CheckKey;
#pragma warning restore CS9113
}

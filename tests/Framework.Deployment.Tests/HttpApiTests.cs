using Framework.Authorizers;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>An HTTP API: throttle, scopes, and who says who calls. The authorizer of a REST API too.</summary>
public sealed class HttpApiTests
{
    [Theory]
    [InlineData(FunctionLayout.OnePerEndpoint)]
    [InlineData(FunctionLayout.OneForAll)]
    public void An_endpoint_s_throttle_is_that_of_its_routes_and_the_stage_waits_for_them(FunctionLayout functions)
    {
        var deployed = Deployed.Of(FakeService.Of([FakeService.Endpoint<Throttled>("GET", "/todos/{id}"), new("Other", "GET", "/")]), new() { Functions = functions });

        Assert.Equal("""{"GET /todos/{id}":{"ThrottlingRateLimit":5,"ThrottlingBurstLimit":10}}""", deployed.Only("AWS::ApiGatewayV2::Stage")["RouteSettings"]!.ToJsonString());
        var need = Assert.Single(deployed["ApiStage"]["DependsOn"]!.AsArray())!.GetValue<string>();
        Assert.True(functions == FunctionLayout.OneForAll ? need.StartsWith("ThrottledRoute", StringComparison.Ordinal) : need.StartsWith("Endpoints", StringComparison.Ordinal));
    }

    [Fact]
    public void A_throttle_of_nothing_is_refused()
    {
        var exception = Assert.Throws<DeploymentException>(() => Deployed.Of(FakeService.Of<Stopped>(), new()));

        Assert.Equal("Stopped has [Throttle(0, 10)]: set both to 1 or more.", exception.Message);
    }

    [Fact]
    public void A_required_scope_is_the_route_s_and_the_pool_s()
    {
        var deployed = Deployed.Of(FakeService.Of([new("Write", "POST", "/") { Access = new(false, [], [["todos/write", "todos/admin"]]) }]), new());

        Assert.Equal("""["todos/admin","todos/write"]""", deployed.Only("AWS::ApiGatewayV2::Route")["AuthorizationScopes"]!.ToJsonString());
        Assert.Equal(2, deployed.Only("AWS::Cognito::UserPoolResourceServer")["Scopes"]!.AsArray().Count);
    }

    [Fact]
    public void Tokens_of_another_issuer_need_no_users_of_the_service_s_own()
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/")]), new() { Issuer = "https://login.example", Audiences = ["shop"] });

        Assert.Equal("""{"Issuer":"https://login.example","Audience":["shop"]}""", deployed.Only("AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"]!.ToJsonString());
        Assert.Empty(deployed.Of("AWS::Cognito::UserPool"));
    }

    [Fact]
    public void Signed_requests_are_checked_by_IAM()
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/")]), new() { UsesIam = true });

        Assert.Equal("AWS_IAM", deployed.Only("AWS::ApiGatewayV2::Route")["AuthorizationType"]!.GetValue<string>());
        Assert.Empty(deployed.Of("AWS::ApiGatewayV2::Authorizer"));
        Assert.Empty(deployed.Of("AWS::Cognito::UserPool"));
    }

    [Theory]
    [InlineData(FunctionLayout.OnePerEndpoint, "CheckKey")]
    [InlineData(FunctionLayout.OneForAll, "Shop")]
    public void An_authorizer_takes_the_place_of_tokens(FunctionLayout functions, string function)
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/"), new("Open", "GET", "/open") { Access = AccessPolicy.Anonymous }], null, FakeService.Authorizer<CheckKey>("x-api-key", "x-tenant")), new() { Functions = functions });
        var authorizer = deployed.Only("AWS::ApiGatewayV2::Authorizer");

        Assert.Equal(("REQUEST", "2.0", true, 60), (authorizer["AuthorizerType"]!.GetValue<string>(), authorizer["AuthorizerPayloadFormatVersion"]!.GetValue<string>(), authorizer["EnableSimpleResponses"]!.GetValue<bool>(), authorizer["AuthorizerResultTtlInSeconds"]!.GetValue<int>()));
        Assert.Equal("""["$request.header.x-api-key","$request.header.x-tenant"]""", authorizer["IdentitySource"]!.ToJsonString());
        Assert.Contains($"${{{function}Alias}}/invocations", authorizer["AuthorizerUri"]!["Fn::Sub"]!.GetValue<string>(), StringComparison.Ordinal);
        AssertAsked(deployed, "ApiAuthorizerPermission", "${Api}/authorizers/${ApiAuthorizer}", function);
        Assert.Equal(["CUSTOM", "NONE"], deployed.Of("AWS::ApiGatewayV2::Route").Select(route => route["Properties"]!["AuthorizationType"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Empty(deployed.Of("AWS::Cognito::UserPool"));
        Assert.Equal("", deployed.Stacks[$"{function}Function"]);
    }

    [Fact]
    public void An_authorizer_of_a_REST_API_sees_the_request()
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/")], null, FakeService.Authorizer<CheckKey>("x-api-key", "x-tenant")), new() { Api = ApiType.RestApi });
        var authorizer = deployed.Only("AWS::ApiGateway::Authorizer");

        Assert.Equal(("REQUEST", "method.request.header.x-api-key, method.request.header.x-tenant", 60), (authorizer["Type"]!.GetValue<string>(), authorizer["IdentitySource"]!.GetValue<string>(), authorizer["AuthorizerResultTtlInSeconds"]!.GetValue<int>()));
        AssertAsked(deployed, "ApiAuthorizerPermission", "${Api}/authorizers/${ApiAuthorizer}", "CheckKey");
        Assert.Equal("CUSTOM", deployed.Only("AWS::ApiGateway::Method")["AuthorizationType"]!.GetValue<string>());
    }

    [Fact]
    public void An_authorizer_s_function_is_as_an_endpoint_s()
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/")], null, FakeService.Authorizer<CheckKey>("x-api-key")), new());

        Assert.Equal(512, deployed["CheckKeyFunction"]["Properties"]!["MemorySize"]!.GetValue<int>());
        Assert.True(deployed.Has("CheckKeyRole") && deployed.Has("CheckKeyLogs") && deployed.Has("CheckKeyAlias") && deployed.Has("ErrorsAlarm"));
        Assert.Single(deployed.Of("AWS::ApiGatewayV2::Integration"));
    }

    internal static void AssertAsked(Deployed deployed, string permission, string source, string function)
    {
        var properties = deployed[permission]["Properties"]!;
        Assert.Equal($"{function}Alias", properties["FunctionName"]!["Ref"]!.GetValue<string>());
        Assert.Equal($"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:{source}", properties["SourceArn"]!["Fn::Sub"]!.GetValue<string>());
    }

    [Throttle(5, 10)]
    private sealed class Throttled;

    [Throttle(0, 10)]
    private sealed class Stopped;

    [Authorizer("x-api-key", "x-tenant", CacheSeconds = 60)]
    [Function(MemoryMB = 512)]
    private sealed class CheckKey;
}

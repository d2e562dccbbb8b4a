using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.Tokens;

namespace Framework.Deployment.Tests;

/// <summary>What stands in front of one function: a function URL or a load balancer.</summary>
public sealed class OneFunctionTests
{
    private static readonly DeploymentAttribute Url = new() { Api = ApiType.FunctionUrl, Functions = FunctionLayout.OneForAll };
    private static readonly DeploymentAttribute Balancer = new() { Api = ApiType.LoadBalancer, Functions = FunctionLayout.OneForAll };

    [Fact]
    public void A_URL_has_two_permissions()
    {
        var deployed = Deployed.Of(FakeService.Of(2), Url);

        Assert.Equal(("NONE", "BUFFERED", "live"), (Text(deployed, "AuthType"), Text(deployed, "InvokeMode"), Text(deployed, "Qualifier")));
        Assert.Equal(
            ["""{"Action":"lambda:InvokeFunction","FunctionName":{"Ref":"ShopAlias"},"InvokedViaFunctionUrl":true,"Principal":"*"}""", """{"Action":"lambda:InvokeFunctionUrl","FunctionName":{"Ref":"ShopAlias"},"FunctionUrlAuthType":"NONE","Principal":"*"}"""],
            deployed.Of("AWS::Lambda::Permission").Select(permission => Sorted(permission["Properties"]!.AsObject())).Order(StringComparer.Ordinal));
        Assert.Equal("""["ShopAlias"]""", deployed["ApiUrl"]["DependsOn"]!.ToJsonString());
        Assert.Equal("FunctionUrl", deployed.Root["Outputs"]!["Api"]!["Value"]!["Fn::GetAtt"]![1]!.GetValue<string>());
    }

    [Fact]
    public void A_URL_of_signed_requests_lets_nobody_in_by_itself()
    {
        var deployed = Deployed.Of(FakeService.Of([new EndpointDescription("List", "GET", "/")]), new() { Api = ApiType.FunctionUrl, Functions = FunctionLayout.OneForAll, UsesIam = true });

        Assert.Equal("AWS_IAM", Text(deployed, "AuthType"));
        Assert.Empty(deployed.Of("AWS::Lambda::Permission"));
    }

    [Fact]
    public void A_URL_streams_where_an_endpoint_does()
    {
        var deployed = Deployed.Of(FakeService.Of([new EndpointDescription("Live", "GET", "/") { Access = AccessPolicy.Anonymous, StreamFormat = StreamFormat.ServerSentEvents }]), Url);

        Assert.Equal("RESPONSE_STREAM", Text(deployed, "InvokeMode"));
        Assert.Equal("true", deployed.Variables("Shop")["FRAMEWORK_RESPONSE_STREAMING"]!.GetValue<string>());
    }

    [Fact]
    public void A_URL_has_the_CORS_of_the_code_and_the_function_none()
    {
        var deployed = Deployed.Of(FakeService.Of([new EndpointDescription("List", "GET", "/") { Access = AccessPolicy.Anonymous }], builder => builder.Cors.AllowOrigin("https://a.example").MaxAge(TimeSpan.FromDays(2))), Url);
        var cors = deployed.Only("AWS::Lambda::Url")["Cors"]!;

        Assert.Equal(("""["GET"]""", 86_400), (cors["AllowMethods"]!.ToJsonString(), cors["MaxAge"]!.GetValue<int>()));
        Assert.Equal("gateway", deployed.Variables("Shop")["FRAMEWORK_CORS"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(ApiType.FunctionUrl)]
    [InlineData(ApiType.LoadBalancer)]
    public void The_function_checks_the_tokens_of_the_service_s_users(ApiType api)
    {
        var deployed = Deployed.Of(Closed(builder => builder.Services.AddTokenValidation()), new() { Api = api, Functions = FunctionLayout.OneForAll });

        Assert.Equal("https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}", deployed.Variables("Shop")["FRAMEWORK_TOKEN_ISSUER"]!["Fn::Sub"]!.GetValue<string>());
        Assert.Equal("UsersClient", deployed.Variables("Shop")["FRAMEWORK_TOKEN_AUDIENCE"]!["Ref"]!.GetValue<string>());
    }

    [Fact]
    public void The_function_checks_the_tokens_of_another_issuer()
    {
        var deployed = Deployed.Of(
            Closed(builder => builder.Services.AddTokenValidation()),
            new() { Api = ApiType.FunctionUrl, Functions = FunctionLayout.OneForAll, Issuer = "https://login.example", Audiences = ["a", "b"] });

        Assert.Equal("https://login.example", deployed.Variables("Shop")["FRAMEWORK_TOKEN_ISSUER"]!.GetValue<string>());
        Assert.Equal("a b", deployed.Variables("Shop")["FRAMEWORK_TOKEN_AUDIENCE"]!.GetValue<string>());
        Assert.Empty(deployed.Of("AWS::Cognito::UserPool"));
    }

    [Fact]
    public void A_load_balancer_passes_all_values_on_to_the_function()
    {
        var deployed = Deployed.Of(FakeService.Of(2), Balancer);
        var targets = deployed.Only("AWS::ElasticLoadBalancingV2::TargetGroup");

        Assert.Equal(("lambda", "ShopAlias"), (targets["TargetType"]!.GetValue<string>(), targets["Targets"]![0]!["Id"]!["Ref"]!.GetValue<string>()));
        Assert.Equal("""[{"Key":"lambda.multi_value_headers.enabled","Value":"true"}]""", targets["TargetGroupAttributes"]!.ToJsonString());
        Assert.Equal("elasticloadbalancing.amazonaws.com", deployed.Only("AWS::Lambda::Permission")["Principal"]!.GetValue<string>());
        Assert.Equal("""["ApiTargetsPermission"]""", deployed["ApiTargets"]["DependsOn"]!.ToJsonString());
        Assert.Equal(["Certificate", "CodeBucket", "CodeKey", "Subnets", "Vpc"], deployed.Root["Parameters"]!.AsObject().Select(parameter => parameter.Key).Order(StringComparer.Ordinal));
        Assert.Equal("HTTPS", deployed.Only("AWS::ElasticLoadBalancingV2::Listener")["Protocol"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(ApiType.FunctionUrl, "A function URL has one function behind it: set Functions = FunctionLayout.OneForAll too.")]
    [InlineData(ApiType.LoadBalancer, "A load balancer has one function behind it: set Functions = FunctionLayout.OneForAll too.")]
    public void More_than_one_function_is_refused(ApiType api, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<DeploymentException>(() => Deployed.Of(FakeService.Of(2), new() { Api = api })).Message);

    private static string Sorted(System.Text.Json.Nodes.JsonObject map) =>
        new System.Text.Json.Nodes.JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).ToJsonString();

    private static Microservice Closed(Action<MicroserviceBuilder> configure) => FakeService.Of([new EndpointDescription("List", "GET", "/")], configure);

    private static string Text(Deployed deployed, string property) => deployed.Only("AWS::Lambda::Url")[property]!.GetValue<string>();
}

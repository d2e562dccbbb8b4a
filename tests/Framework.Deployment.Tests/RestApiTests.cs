using System.Text.Json.Nodes;
using Framework.Deployment.Model;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;

namespace Framework.Deployment.Tests;

/// <summary>A REST API: paths, methods, authorizer, throttle, cache, plans, streams, preflights and its own errors.</summary>
public sealed class RestApiTests
{
    private static readonly DeploymentAttribute Rest = new() { Api = ApiType.RestApi };

    [Fact]
    public void Each_segment_of_a_path_is_a_resource_of_the_root()
    {
        var deployed = Deployed.Of(Routes("/shops/{shop}/items", "/shops", "/"), Rest);

        Assert.Equal(["items", "shops", "{shop}"], deployed.Of("AWS::ApiGateway::Resource").Select(resource => resource["Properties"]!["PathPart"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(deployed.Stacks.Where(resource => deployed[resource.Key]["Type"]!.GetValue<string>() == "AWS::ApiGateway::Resource"), resource => Assert.Equal("", resource.Value));
        Assert.All(deployed.Stacks.Where(resource => deployed[resource.Key]["Type"]!.GetValue<string>() == "AWS::ApiGateway::Method"), resource => Assert.StartsWith("endpoints", resource.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void An_open_method_has_no_authorizer_and_a_closed_one_takes_access_tokens()
    {
        var deployed = Deployed.Of(FakeService.Of([new("Open", "GET", "/open") { Access = AccessPolicy.Anonymous }, new("Closed", "GET", "/closed")]), Rest);

        Assert.Equal("NONE", Method(deployed, "Open")["AuthorizationType"]!.GetValue<string>());
        Assert.Equal("COGNITO_USER_POOLS", Method(deployed, "Closed")["AuthorizationType"]!.GetValue<string>());
        Assert.Equal("""["aws.cognito.signin.user.admin","openid"]""", Method(deployed, "Closed")["AuthorizationScopes"]!.ToJsonString());
    }

    [Fact]
    public void A_required_scope_is_the_method_s_and_the_pool_s()
    {
        var deployed = Deployed.Of(FakeService.Of([Scoped("Write", "todos/write"), new("Read", "GET", "/read")]), Rest);

        Assert.Equal("""["todos/write"]""", Method(deployed, "Write")["AuthorizationScopes"]!.ToJsonString());
        Assert.Contains("todos/write", Method(deployed, "Read")["AuthorizationScopes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("todos", deployed.Only("AWS::Cognito::UserPoolResourceServer")["Identifier"]!.GetValue<string>());
        Assert.Equal("""["openid","email","todos/write"]""", deployed.Only("AWS::Cognito::UserPoolClient")["AllowedOAuthScopes"]!.ToJsonString());
        Assert.Equal("""["TodosScopes"]""", deployed["UsersClient"]["DependsOn"]!.ToJsonString());
    }

    [Fact]
    public void Signed_requests_are_checked_by_IAM() =>
        Assert.Equal("AWS_IAM", Method(Deployed.Of(FakeService.Of([new("Closed", "GET", "/")]), new() { Api = ApiType.RestApi, UsesIam = true }), "Closed")["AuthorizationType"]!.GetValue<string>());

    [Fact]
    public void The_deployment_waits_for_all_methods_and_is_another_one_for_another_API()
    {
        var first = Deployed.Of(FakeService.Of(20), Rest);
        var second = Deployed.Of(FakeService.Of(21), Rest);
        var deployment = Assert.Single(first.Of("AWS::ApiGateway::Deployment"));

        Assert.Subset(
            deployment["DependsOn"]!.AsArray().Select(id => id!.GetValue<string>()).ToHashSet(),
            first.Stacks.Where(resource => first[resource.Key]["Type"]!.GetValue<string>() == "AWS::ApiGateway::Method").Select(resource => $"E{resource.Value[1..]}").ToHashSet());
        Assert.Equal(Id(first), Id(Deployed.Of(FakeService.Of(20), Rest)));
        Assert.NotEqual(Id(first), Id(second));
    }

    [Fact]
    public void The_stage_has_a_throttle_of_all_and_one_of_each_endpoint_that_asks_for_it()
    {
        var settings = Deployed.Of(FakeService.Of([FakeService.Endpoint<Throttled>("GET", "/todos/{id}")]), Rest).Only("AWS::ApiGateway::Stage")["MethodSettings"]!.ToJsonString();

        Assert.Equal(
            """[{"HttpMethod":"*","ResourcePath":"/*","ThrottlingRateLimit":1000,"ThrottlingBurstLimit":500},{"HttpMethod":"GET","ResourcePath":"/~1todos~1{id}","ThrottlingRateLimit":5,"ThrottlingBurstLimit":10}]""",
            settings);
    }

    [Fact]
    public void A_stage_writes_a_log_and_its_setting_of_the_account_stays()
    {
        var deployed = Deployed.Of(FakeService.Of(1), new() { Api = ApiType.RestApi, ApiStage = "v2" });

        Assert.Equal("v2", deployed.Only("AWS::ApiGateway::Stage")["StageName"]!.GetValue<string>());
        Assert.False(deployed.Only("AWS::ApiGateway::Stage")["TracingEnabled"]!.GetValue<bool>());
        Assert.Equal("""["ApiGatewayAccount"]""", deployed["ApiStage"]["DependsOn"]!.ToJsonString());
        Assert.All(new[] { "ApiGatewayAccount", "ApiGatewayLogsRole" }, id => Assert.Equal("Retain", deployed[id]["DeletionPolicy"]!.GetValue<string>()));
        Assert.Equal("https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v2", deployed.Root["Outputs"]!["Api"]!["Value"]!["Fn::Sub"]!.GetValue<string>());
    }

    [Fact]
    public void What_streams_has_its_own_integration_and_setting()
    {
        var deployed = Deployed.Of(
            FakeService.Of([new("Live", "GET", "/live") { Access = AccessPolicy.Anonymous, StreamFormat = StreamFormat.ServerSentEvents }, new("Still", "GET", "/") { Access = AccessPolicy.Anonymous }]),
            Rest);

        Assert.Equal("STREAM", Method(deployed, "Live")["Integration"]!["ResponseTransferMode"]!.GetValue<string>());
        Assert.EndsWith("2021-11-15/functions/${LiveAlias}/response-streaming-invocations", Method(deployed, "Live")["Integration"]!["Uri"]!["Fn::Sub"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("true", deployed.Variables("Live")["FRAMEWORK_RESPONSE_STREAMING"]!.GetValue<string>());
        Assert.Null(Method(deployed, "Still")["Integration"]!["ResponseTransferMode"]);
        Assert.False(deployed.Variables("Still").ContainsKey("FRAMEWORK_RESPONSE_STREAMING"));
    }

    [Fact]
    public void One_function_streams_every_response_or_none()
    {
        var service = FakeService.Of([new("Live", "GET", "/live") { Access = AccessPolicy.Anonymous, StreamFormat = StreamFormat.Ndjson }, new("Still", "GET", "/") { Access = AccessPolicy.Anonymous }]);
        var deployed = Deployed.Of(service, new() { Api = ApiType.RestApi, Functions = FunctionLayout.OneForAll });

        Assert.All(deployed.Of("AWS::ApiGateway::Method"), method => Assert.Equal("STREAM", method["Properties"]!["Integration"]!["ResponseTransferMode"]!.GetValue<string>()));
        Assert.Equal("true", deployed.Variables("Shop")["FRAMEWORK_RESPONSE_STREAMING"]!.GetValue<string>());
    }

    [Fact]
    public void Where_a_plan_is_each_method_needs_a_key()
    {
        var deployed = Deployed.Of(
            FakeService.Of([new("List", "GET", "/") { Access = AccessPolicy.Anonymous }], builder => builder.Cors.AllowOrigin("*")),
            Rest,
            model => model with { UsagePlans = [new("free") { Rate = 5, Burst = 10, Quota = 1000, Period = QuotaPeriod.Day }, new("paid")] });

        Assert.True(Method(deployed, "List")["ApiKeyRequired"]!.GetValue<bool>());
        Assert.Null(deployed.Only("AWS::ApiGateway::Method", "HttpMethod", "OPTIONS")["ApiKeyRequired"]);
        Assert.Equal("""{"Limit":1000,"Period":"DAY"}""", deployed["FreePlan"]["Properties"]!["Quota"]!.ToJsonString());
        Assert.Equal("""{"RateLimit":5,"BurstLimit":10}""", deployed["FreePlan"]["Properties"]!["Throttle"]!.ToJsonString());
        Assert.Null(deployed["PaidPlan"]["Properties"]!["Quota"]);
        Assert.Equal(2, deployed.Of("AWS::ApiGateway::UsagePlanKey").Count);
    }

    [Fact]
    public void Its_own_errors_are_problems_that_a_page_may_read()
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/")], builder => builder.Cors.AllowOrigin("https://a.example").AllowCredentials()), Rest);

        Assert.Equal(
            ["DEFAULT_4XX", "DEFAULT_5XX", "MISSING_AUTHENTICATION_TOKEN", "THROTTLED", "UNAUTHORIZED"],
            deployed.Of("AWS::ApiGateway::GatewayResponse").Select(response => response["Properties"]!["ResponseType"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(deployed.Of("AWS::ApiGateway::GatewayResponse"), response =>
        {
            Assert.Equal("'https://a.example'", response["Properties"]!["ResponseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]!.GetValue<string>());
            Assert.Equal("'true'", response["Properties"]!["ResponseParameters"]!["gatewayresponse.header.Access-Control-Allow-Credentials"]!.GetValue<string>());
            Assert.NotNull(JsonNode.Parse(response["Properties"]!["ResponseTemplates"]!["application/json"]!.GetValue<string>().Replace("$context.error.messageString", "\"text\"", StringComparison.Ordinal)));
        });
    }

    [Theory]
    [InlineData("'*'", "https://a.example", "https://b.example")]
    [InlineData("'*'", "*")]
    [InlineData(null)]
    public void Its_own_errors_name_one_origin_or_any(string? expected, params string[] origins)
    {
        var deployed = Deployed.Of(FakeService.Of([new("List", "GET", "/")], builder => Allow(builder, origins)), Rest);

        Assert.All(deployed.Of("AWS::ApiGateway::GatewayResponse"), response =>
            Assert.Equal(expected, response["Properties"]!["ResponseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]?.GetValue<string>()));
    }

    [Fact]
    public void Without_CORS_there_are_no_preflights() =>
        Assert.DoesNotContain(Deployed.Of(Routes("/a"), Rest).Of("AWS::ApiGateway::Method"), method => method["Properties"]!["HttpMethod"]!.GetValue<string>() == "OPTIONS");

    [Fact]
    public void A_preflight_of_one_origin_is_all_headers()
    {
        var service = FakeService.Of(
            [
                new("Get", "GET", "/todos/{id}") { Parameters = [new("x-tenant", ParameterSource.Header, typeof(string), true)] },
                new("Delete", "DELETE", "/todos/{id}"),
            ],
            builder => Allow(builder, "https://a.example"));
        var preflight = Deployed.Of(service, Rest).Only("AWS::ApiGateway::Method", "HttpMethod", "OPTIONS");
        var headers = preflight["Integration"]!["IntegrationResponses"]![0]!["ResponseParameters"]!;

        Assert.Equal("MOCK", preflight["Integration"]!["Type"]!.GetValue<string>());
        Assert.Equal("'https://a.example'", headers["method.response.header.Access-Control-Allow-Origin"]!.GetValue<string>());
        Assert.Equal("'DELETE, GET, HEAD, OPTIONS'", headers["method.response.header.Access-Control-Allow-Methods"]!.GetValue<string>());
        Assert.Equal("'authorization, content-type, x-tenant'", headers["method.response.header.Access-Control-Allow-Headers"]!.GetValue<string>());
        Assert.Equal("'300'", headers["method.response.header.Access-Control-Max-Age"]!.GetValue<string>());
        Assert.Null(preflight["Integration"]!["IntegrationResponses"]![0]!["ResponseTemplates"]);
    }

    [Fact]
    public void A_preflight_of_several_origins_compares_them()
    {
        var service = FakeService.Of(
            [new("Get", "GET", "/"), new("Put", "PUT", "/") { CorsOrigins = ["https://c.example"], CorsCredentials = true }, new("Post", "POST", "/") { CorsOrigins = [] }],
            builder => Allow(builder, "https://a.example", "https://b.example"));
        var response = Deployed.Of(service, Rest).Only("AWS::ApiGateway::Method", "HttpMethod", "OPTIONS")["Integration"]!["IntegrationResponses"]![0]!;

        Assert.Null(response["ResponseParameters"]!["method.response.header.Access-Control-Allow-Origin"]);
        Assert.EndsWith(
            """
            #if(($method == "GET" || $method == "HEAD") && ($origin == "https://a.example" || $origin == "https://b.example"))
            #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
            #end
            #if($method == "PUT" && ($origin == "https://c.example"))
            #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
            #set($context.responseOverride.header.Access-Control-Allow-Credentials = "true")
            #end

            """.ReplaceLineEndings("\n"),
            response["ResponseTemplates"]!["application/json"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/todos/{id}", "/todos/{todo}/items", "The paths /todos/{id} and /todos/{todo} have two parameters in one place, and a REST API takes one: give them the same name, or use an HTTP API.")]
    [InlineData("/files/{id}", "/files/{path+}", "The paths /files/{id} and /files/{path+} have two parameters in one place, and a REST API takes one: give them the same name, or use an HTTP API.")]
    [InlineData("/files/{id}", "/files/{id}/{path+}", null)]
    [InlineData("/a~b", "/", "The path /a~b has the segment a~b, and a REST API takes letters, digits, '-', '.', '_', ':' and ',': rename it, or use an HTTP API.")]
    [InlineData("/a+b", "/", "The path /a+b has the segment a+b, and a REST API takes letters, digits, '-', '.', '_', ':' and ',': rename it, or use an HTTP API.")]
    [InlineData("/todos:batch,1", "/a-b_c.d", null)]
    [InlineData("/größe", "/", "The path /größe has the segment größe, and a REST API takes letters, digits, '-', '.', '_', ':' and ',': rename it, or use an HTTP API.")]
    public void Paths_that_a_REST_API_cannot_have_are_refused(string first, string second, string? fault) =>
        Assert.Equal(fault, (Record.Exception(() => Deployed.Of(Routes(first, second), Rest)) as DeploymentException)?.Message);

    private static void Allow(MicroserviceBuilder builder, params string[] origins)
    {
        foreach (var origin in origins)
            builder.Cors.AllowOrigin(origin);
    }

    private static Microservice Routes(params string[] templates) => FakeService.Of([.. templates.Select((template, index) =>
        new EndpointDescription($"Endpoint{index}", "GET", template) { Access = AccessPolicy.Anonymous })]);

    private static EndpointDescription Scoped(string name, params string[] scopes) => new(name, "POST", "/") { Access = new AccessPolicy(false, [], [scopes]) };

    private static JsonObject Method(Deployed deployed, string endpoint) => Assert.Single(
        deployed.Stacks.Keys, id => id.StartsWith($"{endpoint}Route", StringComparison.Ordinal)) is { } id ? deployed[id]["Properties"]!.AsObject() : [];

    private static string Id(Deployed deployed) => Assert.Single(deployed.Stacks.Keys, id => id.StartsWith("ApiDeployment", StringComparison.Ordinal));

    [Throttle(5, 10)]
    private sealed class Throttled;
}

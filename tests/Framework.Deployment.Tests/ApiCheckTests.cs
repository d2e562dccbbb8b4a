using Framework.Authorizers;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Description;
using Framework.Functions;
using Framework.Hosting;
using Framework.Tokens;

namespace Framework.Deployment.Tests;

/// <summary>What a chosen API cannot do is one sentence.</summary>
public sealed class ApiCheckTests
{
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(237, true)]
    [InlineData(1, false)]
    public void A_cache_has_one_of_AWS_s_sizes(double size, bool isTaken) => AssertFault(
        isTaken ? null : "CacheGB is 1: API Gateway takes 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237, and 0 is no cache.",
        FakeService.Of(1),
        new() { Api = ApiType.RestApi, CacheGB = size });

    [Theory]
    [InlineData(ApiType.HttpApi, FunctionLayout.OnePerEndpoint, "an HTTP API")]
    [InlineData(ApiType.FunctionUrl, FunctionLayout.OneForAll, "a function URL")]
    [InlineData(ApiType.LoadBalancer, FunctionLayout.OneForAll, "a load balancer")]
    public void Cache_and_keys_are_a_REST_API_s_alone(ApiType api, FunctionLayout functions, string name)
    {
        AssertFault($"CacheGB is set, and {name} has no cache: set Api = ApiType.RestApi, or leave CacheGB out.", FakeService.Of(1), new() { Api = api, Functions = functions, CacheGB = 0.5 });
        AssertFault(
            $"The service has [assembly: UsagePlan(\"free\")], and {name} has no API keys: set Api = ApiType.RestApi, or leave the plan out.",
            FakeService.Of(1),
            new() { Api = api, Functions = functions },
            model => model with { UsagePlans = [new("free")] });
    }

    [Theory]
    [InlineData("free", 1, 1, 1, null)]
    [InlineData("free", 0, 0, 0, null)]
    [InlineData("--", 0, 0, 0, "A usage plan is named '--': use letters and digits.")]
    [InlineData("free", 1, 0, 0, "The usage plan free has Rate = 1, Burst = 0 and Quota = 0: set Rate and Burst together to 1 or more, and Quota to 1 or more, or leave them out.")]
    [InlineData("free", 0, 0, -1, "The usage plan free has Rate = 0, Burst = 0 and Quota = -1: set Rate and Burst together to 1 or more, and Quota to 1 or more, or leave them out.")]
    public void A_plan_has_limits_that_hold(string name, int rate, int burst, int quota, string? fault) => AssertFault(
        fault, FakeService.Of(1), new() { Api = ApiType.RestApi }, model => model with { UsagePlans = [new(name) { Rate = rate, Burst = burst, Quota = quota }] });

    [Fact]
    public void Two_plans_of_one_name_are_refused() => AssertFault(
        "Two usage plans are named Free: give each a name of its own.",
        FakeService.Of(1),
        new() { Api = ApiType.RestApi },
        model => model with { UsagePlans = [new("free"), new("Free")] });

    [Theory]
    [InlineData("v1", null)]
    [InlineData("", "ApiStage is '': API Gateway takes letters, digits, '-' and '_', 128 at most.")]
    [InlineData("v 1", "ApiStage is 'v 1': API Gateway takes letters, digits, '-' and '_', 128 at most.")]
    public void A_stage_has_a_name_that_an_address_can_hold(string stage, string? fault) => AssertFault(fault, FakeService.Of(1), new() { Api = ApiType.RestApi, ApiStage = stage });

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "LogRetentionDays is 2: CloudWatch takes 1, 3, 5, ")]
    public void Logs_are_kept_for_one_of_AWS_s_times(int days, string? fault) => AssertFault(fault, FakeService.Of(1), new() { LogRetentionDays = days });

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(0, 1, "ThrottleRate is 0 and ThrottleBurst is 1: set both to 1 or more.")]
    [InlineData(1, 0, "ThrottleRate is 1 and ThrottleBurst is 0: set both to 1 or more.")]
    public void A_throttle_lets_something_through(int rate, int burst, string? fault) => AssertFault(fault, FakeService.Of(1), new() { ThrottleRate = rate, ThrottleBurst = burst });

    [Fact]
    public void A_REST_API_checks_no_tokens_of_others() => AssertFault(
        "The tokens are those of https://login.example, and a REST API checks none but Cognito's: set Api = ApiType.HttpApi, or check them in a class with [Authorizer].",
        Closed(),
        new() { Api = ApiType.RestApi, Issuer = "https://login.example", Audiences = ["a"] });

    [Theory]
    [InlineData("https://login.example", 1, null)]
    [InlineData("https://login.example", 0, "Issuer is 'https://login.example' with 0 Audiences: write an address with https://, and one audience or more.")]
    [InlineData("login.example", 1, "Issuer is 'login.example' with 1 Audiences: write an address with https://, and one audience or more.")]
    [InlineData("http://login.example", 1, "Issuer is 'http://login.example' with 1 Audiences: write an address with https://, and one audience or more.")]
    public void An_issuer_is_an_address_with_an_audience(string issuer, int audiences, string? fault) =>
        AssertFault(fault, Closed(), new() { Issuer = issuer, Audiences = [.. Enumerable.Repeat("a", audiences)] });

    [Fact]
    public void Callers_are_known_in_one_way()
    {
        AssertFault("Callers are known by UsesIam and by CheckKey, and an HTTP API takes one way: keep one.", Closed(authorizers: FakeService.Authorizer<CheckKey>("x")), new() { UsesIam = true });
        AssertFault("Shop has the authorizers CheckKey and TooLong, and nothing says which endpoint asks which: keep one.", Closed(authorizers: [FakeService.Authorizer<CheckKey>("x"), FakeService.Authorizer<TooLong>("x")]), new());
        AssertFault("TooLong has CacheSeconds = 3601: API Gateway keeps a result for 0 to 3,600 seconds.", Closed(authorizers: FakeService.Authorizer<TooLong>("x")), new());
    }

    [Theory]
    [InlineData("openid", null)]
    [InlineData("todos/write", null)]
    [InlineData("https://todo.example/write", null)]
    [InlineData("write", "List requires the scope write, and Cognito names a service's scopes SERVER/SCOPE: name it like todos/write.")]
    [InlineData("/write", "List requires the scope /write, and Cognito names a service's scopes SERVER/SCOPE: name it like todos/write.")]
    public void A_scope_has_the_form_of_Cognito_s(string scope, string? fault) => AssertFault(fault, Scoped(scope), new());

    [Fact]
    public void Scopes_of_another_issuer_have_any_form() => AssertFault(null, Scoped("write"), new() { Issuer = "https://login.example", Audiences = ["a"] });

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "List names 11 scopes, and a route of an HTTP API takes 10: name fewer.")]
    public void A_route_of_an_HTTP_API_has_so_many_scopes(int count, string? fault) => AssertFault(fault, Scoped([.. Enumerable.Range(0, count).Select(index => $"todos/{index}")]), new());

    [Theory]
    [InlineData(ApiType.FunctionUrl, "a function URL")]
    [InlineData(ApiType.LoadBalancer, "a load balancer")]
    public void What_has_no_authorizer_asks_none(ApiType api, string name)
    {
        var one = new DeploymentAttribute { Api = api, Functions = FunctionLayout.OneForAll };
        AssertFault(
            $"CheckKey is a Lambda authorizer, which {name} does not ask: use an HTTP API or a REST API, or service.Services.AddTokenValidation().",
            Closed(authorizers: FakeService.Authorizer<CheckKey>("x")),
            one);
        AssertFault($"List needs a caller, and {name} checks no tokens: add service.Services.AddTokenValidation() of Framework.Tokens in Program.cs.", Closed(), one);
        AssertFault(
            $"Throttled has [Throttle], and {name} has no throttle: use an HTTP API or a REST API, or bound the function with [assembly: Function(ReservedConcurrency = ...)].",
            FakeService.Of<Throttled>(builder => builder.Services.AddTokenValidation()),
            one);
    }

    [Fact]
    public void A_load_balancer_checks_no_signatures() => AssertFault(
        "UsesIam is set, and a load balancer checks no signatures: use another API, or service.Services.AddTokenValidation().",
        Closed(),
        new() { Api = ApiType.LoadBalancer, Functions = FunctionLayout.OneForAll, UsesIam = true });

    [Theory]
    [InlineData(ApiType.HttpApi, FunctionLayout.OnePerEndpoint, "an HTTP API")]
    [InlineData(ApiType.LoadBalancer, FunctionLayout.OneForAll, "a load balancer")]
    public void What_passes_whole_responses_on_streams_none(ApiType api, FunctionLayout functions, string name)
    {
        var settings = new DeploymentAttribute { Api = api, Functions = functions };
        AssertFault(
            $"Live sends events as they come, and {name} passes whole responses on: set Api to ApiType.RestApi or ApiType.FunctionUrl.", Streamed(StreamFormat.ServerSentEvents), settings);
        AssertFault(
            $"service.StreamsResponses is true, and {name} passes whole responses on: set Api to ApiType.RestApi or ApiType.FunctionUrl, or leave StreamsResponses out.",
            Streamed(StreamFormat.JsonArray, builder => builder.StreamsResponses = true),
            settings);
        AssertFault(null, Streamed(StreamFormat.JsonArray), settings);
    }

    [Theory]
    [InlineData(ApiType.HttpApi, FunctionLayout.OnePerEndpoint, 6_291_456, "6,291,456")]
    [InlineData(ApiType.RestApi, FunctionLayout.OnePerEndpoint, 4_718_592, "4,718,592")]
    [InlineData(ApiType.LoadBalancer, FunctionLayout.OneForAll, 1_048_576, "1,048,576")]
    public void A_body_is_no_longer_than_the_API_passes_on(ApiType api, FunctionLayout functions, int largest, string text)
    {
        AssertFault(null, Upload(largest), new() { Api = api, Functions = functions });
        AssertFault($"passes on {text} bytes at most: set it lower, and let clients upload larger files to a bucket.", Upload(largest + 1), new() { Api = api, Functions = functions });
    }

    private static void AssertFault(string? fault, Microservice service, DeploymentAttribute settings, Func<DeploymentModel, DeploymentModel>? change = null)
    {
        var exception = Record.Exception(() =>
        {
            var model = ModelReader.Read(service, settings: settings);
            if (change is not null)
                ApiCheck.Check(service, change(model));
            else
                Deployed.Of(service, settings);
        });

        if (fault is null)
            Assert.Null(exception);
        else
            Assert.Contains(fault, Assert.IsType<DeploymentException>(exception).Message, StringComparison.Ordinal);
    }

    private static Microservice Closed(params AuthorizerDescription[] authorizers) => FakeService.Of([new EndpointDescription("List", "GET", "/")], null, authorizers);

    private static Microservice Scoped(params string[] scopes) => FakeService.Of([new EndpointDescription("List", "GET", "/") { Access = new(false, [], [scopes]) }]);

    private static Microservice Streamed(StreamFormat format, Action<MicroserviceBuilder>? configure = null) =>
        FakeService.Of([new EndpointDescription("Live", "GET", "/") { Access = AccessPolicy.Anonymous, StreamFormat = format }], configure);

    private static Microservice Upload(int bytes) => FakeService.Of([new EndpointDescription("Upload", "PUT", "/") { Access = AccessPolicy.Anonymous, MaxBodyBytes = bytes }]);

    [Authorizer("x")]
    private sealed class CheckKey;

    [Authorizer("x", CacheSeconds = 3601)]
    private sealed class TooLong;

    [Throttle(5, 10)]
    private sealed class Throttled;
}

using Framework.Deployment.Model;
using Framework.Description;
using Framework.Filters;
using Framework.Functions;
using Framework.Http;
using Framework.Identity;

namespace Framework.Deployment.Tests;

/// <summary>A REST API's cache never passes one caller's response on to another.</summary>
public sealed class ApiCacheTests
{
    private static readonly DeploymentAttribute Cached = new() { Api = ApiType.RestApi, CacheGB = 0.5 };

    [Fact]
    public void What_the_endpoint_reads_is_the_key()
    {
        var deployed = Deployed.Of(FakeService.Of([Open<Kept>("/shops/{shop}") with
        {
            Parameters =
            [
                new("shop", ParameterSource.Route, typeof(string), true),
                new("page", ParameterSource.Query, typeof(int), false),
                new("x-tenant", ParameterSource.Header, typeof(string), true),
            ],
        }]), Cached);
        var method = deployed.Only("AWS::ApiGateway::Method");

        Assert.Equal(
            [
                "method.request.path.shop", "method.request.querystring.page", "method.request.header.If-None-Match", "method.request.header.X-Tenant",
                "method.request.header.if-none-match", "method.request.header.x-tenant",
            ],
            method["Integration"]!["CacheKeyParameters"]!.AsArray().Select(key => key!.GetValue<string>()));
        Assert.Equal(
            method["Integration"]!["CacheKeyParameters"]!.AsArray().Select(key => key!.GetValue<string>()),
            method["RequestParameters"]!.AsObject().Select(parameter => parameter.Key));
    }

    [Fact]
    public void Where_pages_of_other_origins_read_the_origin_is_in_the_key()
    {
        var deployed = Deployed.Of(FakeService.Of([Open<Kept>("/")], builder => builder.Cors.AllowOrigin("https://a.example")), Cached);

        Assert.Contains("method.request.header.origin", deployed.Only("AWS::ApiGateway::Method", "HttpMethod", "GET")["Integration"]!["CacheKeyParameters"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stage_keeps_the_responses_of_that_endpoint_alone()
    {
        var stage = Deployed.Of(FakeService.Of([Open<Kept>("/kept"), new("Other", "GET", "/other") { Access = AccessPolicy.Anonymous }]), Cached).Only("AWS::ApiGateway::Stage");

        Assert.True(stage["CacheClusterEnabled"]!.GetValue<bool>());
        Assert.Equal("0.5", stage["CacheClusterSize"]!.GetValue<string>());
        Assert.Equal(
            """[{"HttpMethod":"*","ResourcePath":"/*","ThrottlingRateLimit":1000,"ThrottlingBurstLimit":500,"CachingEnabled":false},{"HttpMethod":"GET","ResourcePath":"/~1kept","ThrottlingRateLimit":1000,"ThrottlingBurstLimit":500,"CachingEnabled":true,"CacheTtlInSeconds":60,"CacheDataEncrypted":true}]""",
            stage["MethodSettings"]!.ToJsonString());
    }

    [Fact]
    public void A_response_to_a_caller_is_not_kept() =>
        AssertRefused(Open<Kept>("/") with { Access = AccessPolicy.Authenticated }, "it needs a caller, whose response no other caller may get");

    [Fact]
    public void Another_method_is_not_kept() => AssertRefused(Open<Kept>("/") with { OtherRoutes = [new("POST", "/")] }, "it serves another method than GET");

    [Fact]
    public void A_stream_is_not_kept() => AssertRefused(Open<Kept>("/") with { StreamFormat = StreamFormat.Ndjson }, "it streams its response, which a cache cannot keep");

    [Fact]
    public void What_reads_a_cookie_is_not_kept() =>
        AssertRefused(Open<Kept>("/") with { Parameters = [new("theme", ParameterSource.Cookie, typeof(string), false)] }, "it reads the cookie theme");

    [Fact]
    public void What_reads_a_list_is_not_kept() =>
        AssertRefused(Open<Kept>("/") with { Parameters = [new("tag", ParameterSource.Query, typeof(string[]), false)] }, "it reads all values of tag, of which the key would hold one");

    [Fact]
    public void What_takes_the_whole_request_is_not_kept() => AssertRefused(Open<TakesAll>("/"), "its HandleAsync takes Request, of which the key cannot hold all");

    [Fact]
    public void What_takes_a_caller_that_may_be_there_is_not_kept() => AssertRefused(Open<TakesCaller>("/"), "its HandleAsync takes Caller, of which the key cannot hold all");

    [Fact]
    public void What_a_filter_is_around_is_not_kept() => AssertRefused(Open<Filtered>("/"), "a filter runs around it, which sees the whole request");

    [Fact]
    public void So_many_seconds_are_refused() => AssertRefused(Open<TooLong>("/"), "API Gateway keeps responses for 1 to 3,600 seconds, not 3601");

    [Theory]
    [InlineData(ApiType.RestApi, 0, "the API has no cache: set CacheGB of [assembly: Deployment(...)], such as 0.5.")]
    [InlineData(ApiType.HttpApi, 0, "only a REST API has a cache: set Api = ApiType.RestApi and CacheGB, or leave [ApiCache] out.")]
    public void Where_there_is_no_cache_it_is_refused(ApiType api, double size, string reason)
    {
        var exception = Assert.Throws<DeploymentException>(() => Deployed.Of(FakeService.Of([Open<Kept>("/")]), new() { Api = api, CacheGB = size }));

        Assert.Equal($"Kept has [ApiCache], but {reason}", exception.Message);
    }

    [Fact]
    public void One_function_that_streams_has_no_cache()
    {
        var service = FakeService.Of([Open<Kept>("/"), new("Live", "GET", "/live") { Access = AccessPolicy.Anonymous, StreamFormat = StreamFormat.Ndjson }]);

        var exception = Assert.Throws<DeploymentException>(() => Deployed.Of(service, new() { Api = ApiType.RestApi, CacheGB = 0.5, Functions = FunctionLayout.OneForAll }));

        Assert.Equal("Kept has [ApiCache], and the one function of all streams every response, which a cache cannot keep: leave Functions out, so that each endpoint has a function.", exception.Message);
    }

    private static void AssertRefused(EndpointDescription endpoint, string reason)
    {
        var exception = Assert.Throws<DeploymentException>(() => Deployed.Of(FakeService.Of([endpoint]), Cached));

        Assert.StartsWith($"{endpoint.Name} has [ApiCache], but {reason}: ", exception.Message, StringComparison.Ordinal);
    }

    private static EndpointDescription Open<T>(string template) => FakeService.Endpoint<T>("GET", template) with { Access = AccessPolicy.Anonymous };

    [ApiCache(60)]
    private sealed class Kept;

    [ApiCache(3601)]
    private sealed class TooLong;

#pragma warning disable CA1822, CA1859 // A handler is as an author writes it.
    [ApiCache(60)]
    private sealed class TakesAll
    {
        public Task HandleAsync(Request request) => Task.FromResult(request);
    }

    [ApiCache(60)]
    private sealed class TakesCaller
    {
        public Task HandleAsync(Caller caller) => Task.FromResult(caller);
    }
#pragma warning restore CA1822, CA1859

    [ApiCache(60)]
    [Filter<Around>]
    private sealed class Filtered;

    private sealed class Around : IEndpointFilter
    {
        public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next) => next();
    }
}

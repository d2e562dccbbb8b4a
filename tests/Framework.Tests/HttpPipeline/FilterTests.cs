using Framework.Description;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.Problems;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.HttpPipeline;

/// <summary>What runs around endpoints.</summary>
public sealed class FilterTests
{
    private readonly List<string> _steps = [];

    [Fact]
    public async Task The_first_filter_is_outermost_and_all_of_them_are_around_binding_and_the_handler()
    {
        await using var service = New(new TestEndpoint(
            "GET", "/a", _ => Handled(), AccessPolicy.Anonymous, (_, _) => _steps.Add("bind"), filters: [Step("a"), Step("b")]));

        Assert.Equal(200, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Equal(["a", "b", "bind", "handle", "b 200", "a 200"], _steps);
    }

    [Fact]
    public async Task Who_may_not_call_meets_no_filter()
    {
        await using var service = New(Endpoint(AccessPolicy.Authenticated, Step("a")));

        Assert.Equal(401, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Empty(_steps);
    }

    [Fact]
    public async Task A_filter_may_respond_itself()
    {
        await using var service = New(Endpoint(AccessPolicy.Anonymous, Step("a"), Filter((_, _) => ValueTask.FromResult(Response.Text(429, "later"))), Step("b")));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((429, "later"), (response.Status, response.Body));
        Assert.Equal(["a", "a 429"], _steps);
    }

    [Fact]
    public async Task A_filter_sets_the_headers_and_cookies_of_a_response_and_its_tag_is_compared()
    {
        await using var service = New(Endpoint(AccessPolicy.Anonymous, Filter(async (_, next) =>
        {
            var response = await next();
            response.Headers["etag"] = "\"1\"";
            response.Cookies.Add("a=b");
            return response;
        })));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").With("if-none-match", "\"1\""));

        Assert.Equal((304, "\"1\""), (response.Status, response.Header("etag")));
        Assert.Contains("a=b", response.Raw.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_cannot_be_bound_is_a_response_to_the_filter()
    {
        await using var service = New(new TestEndpoint(
            "GET", "/a", _ => Handled(), AccessPolicy.Anonymous,
            (bind, _) => bind.Required(ParameterSource.Query, "page", Values.Int32), filters: [Step("a")]));

        Assert.Equal((400, "invalid-parameters"), await OutcomeAsync(service));
        Assert.Equal(["a", "a 400"], _steps);
    }

    [Theory]
    [InlineData(409, 0)]
    [InlineData(503, 1)]
    public async Task A_problem_that_is_thrown_is_a_response_to_each_filter_and_logged_once(int status, int logs)
    {
        await using var thrown = New(Throwing(new ProblemException(new Problem(status, "mine", "Mine")), Step("a"), Step("b")));
        await using var mapped = new TestService(
            [Throwing(new TimeoutException(), Step("c"), Step("d"))],
            builder => builder.Problems.Map<TimeoutException>(_ => new Problem(status, "mine", "Mine")));

        Assert.Equal((status, "mine"), await OutcomeAsync(thrown));
        Assert.Equal((status, "mine"), await OutcomeAsync(mapped));
        Assert.Equal(["a", "b", $"b {status}", $"a {status}", "c", "d", $"d {status}", $"c {status}"], _steps);
        Assert.Equal((logs, logs), (thrown.Logs.Count(), mapped.Logs.Count()));
    }

    [Fact]
    public async Task A_problem_that_a_filter_throws_is_a_response_to_those_around_it()
    {
        await using var service = New(Endpoint(
            AccessPolicy.Anonymous, Step("a"), Filter((_, _) => throw new ProblemException(new Problem(409, "mine", "Mine")))));

        Assert.Equal((409, "mine"), await OutcomeAsync(service));
        Assert.Equal(["a", "a 409"], _steps);
    }

    [Fact]
    public async Task An_exception_that_is_no_problem_passes_through_the_filters()
    {
        Exception? seen = null;
        await using var service = New(Throwing(new InvalidOperationException("secret"), Filter(async (_, next) =>
        {
            try
            {
                return await next();
            }
            catch (InvalidOperationException exception)
            {
                seen = exception;
                throw;
            }
        })));

        Assert.Equal((500, "internal-error"), await OutcomeAsync(service));
        Assert.Equal("secret", seen?.Message);
        Assert.Single(service.Logs);
    }

    [Fact]
    public async Task The_deadline_is_a_response_to_the_filter()
    {
        await using var service = New(new TestEndpoint(
            "GET", "/a", context => throw new OperationCanceledException(context.Cancellation), filters: [Step("a")]));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").ToJson(), deadline: DateTimeOffset.UnixEpoch);

        Assert.Equal((503, "deadline-exceeded"), (response.Status, response.Kind));
        Assert.Equal(["a", "a 503"], _steps);
    }

    [Fact]
    public async Task A_request_is_handled_once_and_a_filter_returns_a_response()
    {
        await using var twice = New(Endpoint(AccessPolicy.Anonymous, Filter(async (_, next) =>
        {
            await next();
            return await next();
        })));
        await using var none = New(Endpoint(AccessPolicy.Anonymous, Filter((_, _) => ValueTask.FromResult<Response>(null!))));

        Assert.Equal(500, (await twice.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Equal(500, (await none.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Equal(["handle"], _steps);
        Assert.Equal("The filter LambdaFilter calls next twice: a request is handled once.", MessageOf(twice));
        Assert.Equal("The filter LambdaFilter returns no response.", MessageOf(none));
    }

    [Theory]
    [InlineData(17, "keepers", 204, "204, /vaults/7")]
    [InlineData(17, "guests", 403, null)]
    [InlineData(18, "guests", 403, null)]
    [InlineData(18, "keepers", 423, null)]
    public async Task A_group_has_a_prefix_requirements_and_filters(int hour, string group, int status, string? watched)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.Zero));
        await using var service = new TestService([new OpenVaultEndpoint()], services: services => services.AddSingleton<TimeProvider>(clock));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/vaults/7").As("ann", ("cognito:groups", $"[{group}]")));

        Assert.Equal((status, watched), (response.Status, response.Header("x-watched")));
        Assert.Equal(status == 204 ? "7" : null, response.Header("x-vault"));
        if (status == 423)
            Assert.Equal("OpenVault is closed for ann", response.Body);
    }

    [Fact]
    public async Task A_value_of_the_prefix_is_read_as_one_of_the_route()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        await using var service = new TestService([new OpenVaultEndpoint()], services: services => services.AddSingleton<TimeProvider>(clock));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/vaults/x").As("ann", ("cognito:groups", "[keepers]")));

        Assert.Equal((400, "invalid-parameters"), (response.Status, response.Kind));
    }

    [Fact]
    public void A_filter_s_services_are_dependencies_of_the_endpoint_and_one_without_filters_makes_nothing()
    {
        Assert.Equal([typeof(TimeProvider)], new OpenVaultEndpoint().Description.Dependencies.Select(dependency => dependency.Type));
        Assert.Same(Array.Empty<IEndpointFilter>(), new ReadNewsEndpoint().Filters(null!));
    }

    private TestEndpoint Endpoint(AccessPolicy access, params IEndpointFilter[] filters) => new("GET", "/a", _ => Handled(), access, filters: filters);

    private static TestEndpoint Throwing(Exception exception, params IEndpointFilter[] filters) => new("GET", "/a", _ => throw exception, filters: filters);

    private static TestService New(TestEndpoint endpoint) => new([endpoint]);

    private ValueTask<Response> Handled()
    {
        _steps.Add("handle");
        return ValueTask.FromResult(new Response(200));
    }

    private LambdaFilter Step(string name) => Filter(async (_, next) =>
    {
        _steps.Add(name);
        var response = await next();
        _steps.Add($"{name} {response.StatusCode}");
        return response;
    });

    private static LambdaFilter Filter(Func<FilterContext, Func<ValueTask<Response>>, ValueTask<Response>> invoke) => new(invoke);

    private static string? MessageOf(TestService service) =>
        service.Logs.Single().GetProperty("exception").GetProperty("message").GetString();

    private static async Task<(int, string)> OutcomeAsync(TestService service)
    {
        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));
        return (response.Status, response.Kind);
    }

    private sealed class LambdaFilter(Func<FilterContext, Func<ValueTask<Response>>, ValueTask<Response>> invoke) : IEndpointFilter
    {
        public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next) => invoke(context, next);
    }
}

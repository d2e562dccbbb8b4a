using Framework.Description;
using Framework.Filters;
using Framework.Generated;
using Framework.Http;
using Framework.Identity;
using Framework.Problems;
using Framework.Tests.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Tests.HttpPipeline;

/// <summary>What the policies of an endpoint decide.</summary>
public sealed class PolicyTests
{
    private readonly List<string> _steps = [];

    [Theory]
    [InlineData("ann", "[writers]", 9, 204, null)]
    [InlineData("ann", "[writers]", 18, 403, "Page 7 is read by day.")]
    [InlineData("bob", "[writers]", 9, 403, "Only the owner reads a diary.")]
    [InlineData("bob", "[writers]", 18, 403, "Only the owner reads a diary.")]
    [InlineData("ann", "[readers]", 9, 403, "Needs the group writers.")]
    public async Task The_policies_of_a_group_and_then_those_of_the_endpoint_must_allow_the_request(string caller, string groups, int hour, int status, string? detail)
    {
        await using var service = Diaries(hour);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/diaries/ann/pages/7").As(caller, ("cognito:groups", groups)));

        Assert.Equal(status, response.Status);
        if (detail is not null)
            Assert.Equal(("forbidden", detail), (response.Kind, response.Json.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_value_of_the_route_is_decoded_once_and_read_by_nobody_yet()
    {
        await using var service = Diaries(18);

        var response = await service.SendAsync(new HttpApiEvent("GET", "/diaries/a%2520n/pages/x%2Fy").As("a%20n", ("cognito:groups", "[writers]")));

        Assert.Equal("Page x/y is read by day.", response.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_meets_a_policy()
    {
        await using var service = New(Policy("a", AuthorizationDecision.Allow));

        Assert.Equal(401, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Empty(_steps);
    }

    [Fact]
    public async Task A_policy_is_asked_before_the_filters_and_binding_and_the_first_denial_ends_it()
    {
        await using var allowed = New(Policy("a", AuthorizationDecision.Allow), Policy("b", AuthorizationDecision.Allow));
        await using var denied = New(Policy("c", AuthorizationDecision.Deny("No.")), Policy("d", AuthorizationDecision.Allow));

        Assert.Equal(200, (await SendAsync(allowed)).Status);
        Assert.Equal((403, "No."), await DetailAsync(denied));
        Assert.Equal(["a", "b", "filter", "bind", "handle", "c"], _steps);
        Assert.Empty(denied.Logs);
    }

    [Fact]
    public async Task A_decision_that_is_not_made_denies()
    {
        await using var service = New(Policy("a", default(AuthorizationDecision)));

        Assert.Equal((403, "The caller may not make this request."), await DetailAsync(service));
    }

    [Fact]
    public async Task An_exception_of_a_policy_is_a_logged_500_and_allows_nothing()
    {
        await using var service = New(Policy("a", _ => throw new InvalidOperationException("secret")));

        var response = await SendAsync(service);

        Assert.Equal((500, "internal-error"), (response.Status, response.Kind));
        Assert.DoesNotContain("secret", response.Body, StringComparison.Ordinal);
        Assert.Equal("secret", Assert.Single(service.Logs).GetProperty("exception").GetProperty("message").GetString());
        Assert.Equal(["a"], _steps);
    }

    [Fact]
    public async Task A_problem_that_a_policy_throws_is_the_response()
    {
        await using var service = New(Policy("a", _ => throw new ProblemException(new Problem(404, "gone", "Gone"))));

        Assert.Equal(404, (await SendAsync(service)).Status);
        Assert.Empty(service.Logs);
    }

    [Fact]
    public async Task A_policy_sees_the_endpoint_and_the_request()
    {
        AuthorizationContext? seen = null;
        await using var service = New(Policy("a", context =>
        {
            seen = context;
            return AuthorizationDecision.Allow;
        }));

        await SendAsync(service);

        Assert.Equal(("GET /a", "GET", "ann", 0), (seen!.Endpoint.Name, seen.Request.Method, seen.Caller.Id, seen.RouteValues.Count));
    }

    [Fact]
    public void A_policy_s_services_are_dependencies_of_the_endpoint_and_one_without_policies_makes_nothing()
    {
        var description = new ReadDiaryEndpoint().Description;

        Assert.Equal([typeof(TimeProvider)], description.Dependencies.Select(dependency => dependency.Type));
        Assert.Equal([typeof(Diary.IsOwner), typeof(ReadDiary.ByDay)], description.Access.Policies);
        Assert.Same(Array.Empty<IAuthorizationPolicy>(), new ReadNewsEndpoint().Policies(null!));
    }

    private static TestService Diaries(int hour) => new(
        [new ReadDiaryEndpoint()],
        services: services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.Zero))));

    private TestService New(params IAuthorizationPolicy[] policies) => new([new TestEndpoint(
        "GET",
        "/a",
        _ =>
        {
            _steps.Add("handle");
            return ValueTask.FromResult(new Response(200));
        },
        AccessPolicy.Authenticated,
        (_, _) => _steps.Add("bind"),
        filters: [new StepFilter(_steps)],
        policies: policies)]);

    private StepPolicy Policy(string name, AuthorizationDecision decision) => Policy(name, _ => decision);

    private StepPolicy Policy(string name, Func<AuthorizationContext, AuthorizationDecision> decide) => new(context =>
    {
        _steps.Add(name);
        return decide(context);
    });

    private static Task<ClientResponse> SendAsync(TestService service) => service.SendAsync(new HttpApiEvent("GET", "/a").As("ann"));

    private static async Task<(int, string?)> DetailAsync(TestService service)
    {
        var response = await SendAsync(service);
        return (response.Status, response.Json.GetProperty("detail").GetString());
    }

    private sealed class StepPolicy(Func<AuthorizationContext, AuthorizationDecision> decide) : IAuthorizationPolicy
    {
        public async ValueTask<AuthorizationDecision> AuthorizeAsync(AuthorizationContext context, CancellationToken cancellation)
        {
            await Task.Yield();
            return decide(context);
        }
    }

    private sealed class StepFilter(List<string> steps) : IEndpointFilter
    {
        public ValueTask<Response> InvokeAsync(FilterContext context, Func<ValueTask<Response>> next)
        {
            steps.Add("filter");
            return next();
        }
    }
}

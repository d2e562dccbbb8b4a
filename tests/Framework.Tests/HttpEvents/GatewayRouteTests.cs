using Framework.Http;
using Framework.Routing;
using Framework.Tests.Service;

namespace Framework.Tests.HttpEvents;

public sealed class GatewayRouteTests
{
    [Theory]
    [InlineData("$default")]
    [InlineData("dev")]
    public async Task A_slash_inside_the_gateway_s_parameter_stays_inside_it(string stage)
    {
        await using var service = New("/todos/{id}", "id");
        var prefix = stage == "$default" ? "" : $"/{stage}";

        var response = await service.SendAsync(new HttpApiEvent("GET", $"{prefix}/todos/a/b c%+")
        {
            Stage = stage,
            RouteKey = "GET /todos/{id}",
            PathParameters = { ["id"] = "a/b c%+" },
        });

        Assert.Equal((200, "a/b c%+"), (response.Status, response.Body));
    }

    [Fact]
    public async Task A_greedy_parameter_s_own_slashes_stay_segments()
    {
        await using var service = New("/files/{name}/{rest+}", "rest");

        var response = await service.SendAsync(new HttpApiEvent("GET", "/files/a/b/c/d e")
        {
            RouteKey = "ANY /files/{name}/{rest+}",
            PathParameters = { ["name"] = "a/b", ["rest"] = "c/d e" },
        });

        Assert.Equal((200, "c/d e"), (response.Status, response.Body));
    }

    [Theory]
    [InlineData("$default", "a/b")]
    [InlineData("GET /todos/{id}", "a/c")]
    [InlineData("GET /todos/{other}", "a/b")]
    [InlineData("GET /todos", "a/b")]
    [InlineData("", "a/b")]
    public async Task Where_route_and_parameters_do_not_give_the_path_the_path_stands(string routeKey, string value)
    {
        await using var service = New("/todos/{id}", "id");

        var response = await service.SendAsync(new HttpApiEvent("GET", "/todos/a/b")
        {
            RouteKey = routeKey,
            PathParameters = { ["id"] = value },
        });

        Assert.Equal(404, response.Status);
    }

    [Theory]
    [InlineData("a={b}", "x/y")]
    [InlineData("{b}", "{a}/{b+}")]
    [InlineData("{a}", "/")]
    public async Task A_value_is_no_template(string a, string b)
    {
        await using var service = New("/{a}/{b}", "b");

        var response = await service.SendAsync(new HttpApiEvent("GET", $"/{a}/{b}")
        {
            RouteKey = "GET /{a}/{b}",
            PathParameters = { ["a"] = a, ["b"] = b },
        });

        Assert.Equal((200, b), (response.Status, response.Body));
    }

    [Fact]
    public void A_path_costs_in_proportion_to_its_length()
    {
        var (small, large) = (Cost(1_000), Cost(4_000));

        Assert.InRange(large, 0, small * 6);

        static long Cost(int count)
        {
            var value = string.Concat(Enumerable.Repeat("{p}{p+}/", count));
            var parameters = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["p"] = value, ["q"] = value });
            Escape();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.NotNull(Escape());
            return GC.GetAllocatedBytesForCurrentThread() - before;

            string? Escape() => Framework.HttpEvents.GatewayRoute.Escape("GET /{p}/{q}", parameters, $"/{value}/{value}");
        }
    }

    private static TestService New(string template, string parameter) => new(
        [new TestEndpoint("GET", template, context => ValueTask.FromResult(Response.Text(
            200,
            new RouteValues(RouteTemplate.Parse(template), context.Request.Path)[parameter]!)))]);
}

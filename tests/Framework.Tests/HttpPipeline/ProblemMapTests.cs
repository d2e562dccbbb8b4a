using Framework.Http;
using Framework.Problems;
using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

/// <summary>Exceptions of the author's own that are mapped to problems in one place.</summary>
public sealed class ProblemMapTests
{
    [Theory]
    [InlineData(409, 0)]
    [InlineData(499, 0)]
    [InlineData(500, 1)]
    public async Task An_exception_is_the_problem_that_it_is_mapped_to_and_logged_when_it_is_the_service_s_fault(int status, int logs)
    {
        await using var service = New(new OutOfStockException(3), problems => problems.Map<OutOfStockException>(
            exception => new Problem(status, "out-of-stock", "Out of stock") { Detail = $"{exception.Left} are left." }));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((status, "out-of-stock"), (response.Status, response.Kind));
        Assert.Contains("3 are left.", response.Body);
        Assert.Equal(logs, service.Logs.Count());
    }

    [Theory]
    [InlineData("sold-out", "out-of-stock", "shop")]
    [InlineData("shop", "out-of-stock", "sold-out")]
    [InlineData("out-of-stock", "shop", "sold-out")]
    [InlineData("out-of-stock", "sold-out", "shop")]
    public async Task The_most_derived_exception_comes_first_in_any_order(params string[] order)
    {
        Assert.Equal("sold-out", await KindAsync(new SoldOutException()));
        Assert.Equal("out-of-stock", await KindAsync(new OutOfStockException(1)));
        Assert.Equal("shop", await KindAsync(new ShopException()));
        Assert.Equal("internal-error", await KindAsync(new InvalidOperationException()));

        async Task<string> KindAsync(Exception thrown)
        {
            await using var service = New(thrown, problems =>
            {
                foreach (var kind in order)
                {
                    _ = kind switch
                    {
                        "sold-out" => problems.Map<SoldOutException>(_ => Conflict("sold-out")),
                        "shop" => problems.Map<ShopException>(_ => Conflict("shop")),
                        _ => problems.Map<OutOfStockException>(_ => Conflict("out-of-stock")),
                    };
                }
            });
            return (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Kind;
        }
    }

    [Fact]
    public async Task A_mapping_to_nothing_leaves_the_exception_to_the_next()
    {
        await using var next = New(new OutOfStockException(1), problems =>
            problems.Map<OutOfStockException>(_ => null).Map<ShopException>(_ => Conflict("shop")));
        await using var none = New(new OutOfStockException(1), problems => problems.Map<OutOfStockException>(_ => null));

        Assert.Equal("shop", (await next.SendAsync(new HttpApiEvent("GET", "/a"))).Kind);
        Assert.Equal("internal-error", (await none.SendAsync(new HttpApiEvent("GET", "/a"))).Kind);
        Assert.Single(none.Logs);
    }

    [Fact]
    public async Task A_problem_that_is_thrown_may_be_mapped_to_another()
    {
        await using var service = New(new ProblemException(Conflict("theirs")), problems =>
            problems.Map<ProblemException>(exception => exception.Problem.Status == 409 ? Conflict("ours") : null));

        Assert.Equal("ours", (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Kind);
    }

    [Fact]
    public async Task A_mapping_that_fails_is_a_500_and_both_exceptions_are_logged()
    {
        await using var service = New(new OutOfStockException(1), problems =>
            problems.Map<OutOfStockException>(_ => throw new InvalidOperationException("the mapping's")));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a"));

        Assert.Equal((500, "internal-error"), (response.Status, response.Kind));
        Assert.Equal(
            ["of the shop", "the mapping's"],
            service.Logs.Select(log => log.GetProperty("exception").GetProperty("message").GetString()));
    }

    [Fact]
    public async Task The_deadline_is_no_exception_of_the_author_s()
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", async context =>
            {
                await Task.Delay(Timeout.Infinite, context.Cancellation);
                return new Response(200);
            })],
            builder => builder.Problems.Map<Exception>(_ => Conflict("anything")));

        var response = await service.SendAsync(new HttpApiEvent("GET", "/a").ToJson(), deadline: DateTimeOffset.UnixEpoch);

        Assert.Equal((503, "deadline-exceeded"), (response.Status, response.Kind));
    }

    [Fact]
    public void An_exception_is_mapped_once_and_before_the_service_is_built()
    {
        var problems = new ProblemMap().Map<ShopException>(_ => null);

        Assert.Equal(
            "ShopException is mapped to a problem twice: keep one of the two.",
            Assert.Throws<InvalidOperationException>(() => problems.Map<ShopException>(_ => null)).Message);
        problems.Freeze();
        Assert.Equal(
            "The service is built: map its exceptions before Build().",
            Assert.Throws<InvalidOperationException>(() => problems.Map<OutOfStockException>(_ => null)).Message);
    }

    [Fact]
    public async Task A_built_service_keeps_its_map()
    {
        ProblemMap? kept = null;
        await using var service = New(new ShopException(), problems => kept = problems);

        Assert.Throws<InvalidOperationException>(() => kept!.Map<ShopException>(_ => null));
    }

    private static TestService New(Exception thrown, Action<ProblemMap> map) => new(
        [new TestEndpoint("GET", "/a", _ => throw thrown)], builder => map(builder.Problems));

    private static Problem Conflict(string kind) => new(409, kind, "Conflict");

    private class ShopException() : Exception("of the shop");

    private class OutOfStockException(int left) : ShopException
    {
        public int Left { get; } = left;
    }

    private sealed class SoldOutException() : OutOfStockException(0);
}

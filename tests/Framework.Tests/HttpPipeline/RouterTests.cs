using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

public sealed class RouterTests
{
    [Fact]
    public async Task An_unknown_path_is_404()
    {
        await using var service = New();

        Assert.Equal((404, "not-found"), await OutcomeAsync(service, "GET", "/nothing"));
    }

    [Fact]
    public async Task A_known_path_with_another_method_is_405_and_says_which_are_served()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("DELETE", "/todos"));

        Assert.Equal((405, "method-not-allowed"), (response.Status, response.Kind));
        Assert.Equal("GET, HEAD, OPTIONS, POST", response.Header("allow"));
    }

    [Fact]
    public async Task OPTIONS_without_an_origin_says_which_methods_are_served()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("OPTIONS", "/todos"));

        Assert.Equal((204, "GET, HEAD, OPTIONS, POST", ""), (response.Status, response.Header("allow"), response.Body));
    }

    [Fact]
    public async Task HEAD_gets_the_response_of_GET_without_its_body()
    {
        await using var service = New();

        var response = await service.SendAsync(new HttpApiEvent("HEAD", "/todos"));

        Assert.Equal((200, "", "text/plain; charset=utf-8"), (response.Status, response.Body, response.Header("content-type")));
        Assert.False(response.Raw.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task HEAD_of_what_only_takes_POST_is_405_without_a_body()
    {
        await using var service = new TestService([new TestEndpoint("POST", "/todos")]);

        var response = await service.SendAsync(new HttpApiEvent("HEAD", "/todos"));

        Assert.Equal((405, ""), (response.Status, response.Body));
    }

    [Fact]
    public async Task A_method_that_nobody_knows_is_405()
    {
        await using var service = New();

        Assert.Equal((405, "method-not-allowed"), await OutcomeAsync(service, "BREW", "/todos"));
        Assert.Equal((405, "method-not-allowed"), await OutcomeAsync(service, "get", "/todos"));
    }

    [Theory]
    [InlineData("CreateTodo", 404, 200)]
    [InlineData("*", 200, 200)]
    [InlineData("bootstrap", 200, 200)]
    [InlineData("Tests", 200, 200)]
    [InlineData("Tests.dll", 200, 200)]
    [InlineData("Tests::Tests.Function::Handle", 200, 200)]
    [InlineData("Tests", 404, 200, "CreateTodo")]
    [InlineData("Tests::Tests.Function::Handle", 404, 200, "CreateTodo")]
    public async Task The_handler_setting_chooses_what_is_served(string handler, int get, int post, string endpoint = "")
    {
        await using var service = new TestService(
            [new TestEndpoint("GET", "/a", name: "GetA"), new TestEndpoint("POST", "/b", name: "CreateTodo")],
            builder => builder.Name = "named otherwise",
            environment: new() { ["_HANDLER"] = handler, ["FRAMEWORK_ENDPOINT"] = endpoint });

        Assert.Equal(get, (await service.SendAsync(new HttpApiEvent("GET", "/a"))).Status);
        Assert.Equal(post, (await service.SendAsync(new HttpApiEvent("POST", "/b"))).Status);
    }

    [Fact]
    public void A_handler_that_is_no_endpoint_keeps_the_service_from_starting()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new TestService(
            [new TestEndpoint("GET", "/a", name: "GetA")], environment: new() { ["_HANDLER"] = "GetB" }));

        Assert.Contains("GetA", failure.Message);
    }

    private static TestService New() => new([new TestEndpoint("GET", "/todos"), new TestEndpoint("POST", "/todos")]);

    private static async Task<(int, string)> OutcomeAsync(TestService service, string method, string path)
    {
        var response = await service.SendAsync(new HttpApiEvent(method, path));
        return (response.Status, response.Kind);
    }
}

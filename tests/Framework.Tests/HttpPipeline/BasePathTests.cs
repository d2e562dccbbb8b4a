using System.Text;
using Framework.Tests.Service;

namespace Framework.Tests.HttpPipeline;

public sealed class BasePathTests
{
    private static readonly Dictionary<string, string> Shop = new() { ["FRAMEWORK_BASE_PATH"] = "/shop" };

    [Theory]
    [InlineData("/shop/todos", 200)]
    [InlineData("/todos", 200)]
    [InlineData("/shopping/todos", 404)]
    [InlineData("/shop/shop/todos", 404)]
    public async Task A_base_path_is_taken_off_once_at_a_segment_s_end(string path, int status)
    {
        await using var service = new TestService([new TestEndpoint("GET", "/todos")], environment: Shop);

        Assert.Equal(status, (await service.SendAsync(RestApi(path))).Status);
    }

    [Fact]
    public async Task A_builder_s_base_path_comes_before_the_variable_s()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/todos")], builder => builder.BasePath = "/store", environment: Shop);

        Assert.Equal(200, (await service.SendAsync(RestApi("/store/todos"))).Status);
        Assert.Equal(404, (await service.SendAsync(RestApi("/shop/todos"))).Status);
    }

    [Fact]
    public async Task An_HTTP_API_has_taken_it_off_by_itself()
    {
        await using var service = new TestService([new TestEndpoint("GET", "/shop/todos")], environment: Shop);

        Assert.Equal(200, (await service.SendAsync(new HttpApiEvent("GET", "/shop/todos"))).Status);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("/shop/")]
    [InlineData("/")]
    public void What_is_not_a_base_path_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => new TestService([new TestEndpoint("GET", "/todos")], builder => builder.BasePath = path));

    private static byte[] RestApi(string path) =>
        Encoding.UTF8.GetBytes($$$"""{"resource":"/{proxy+}","path":"{{{path}}}","httpMethod":"GET","headers":null,"requestContext":{"stage":"prod"}}""");
}

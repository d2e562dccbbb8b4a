using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;

namespace Todo.Page.Tests;

/// <summary>The page with the headers and the paths that its distribution gives it.</summary>
public sealed class DeployedPageTests(TodoSite site) : PageTest(site)
{
    private static readonly PageModel Deployed = new("", new(), ["/todos"]);

    [Fact]
    public async Task The_security_headers_let_the_page_sign_in_and_work()
    {
        var model = new DeploymentModel("Todo.Service", new(), [], [new("GET", "/todos", "ListTodos", "ListTodos", IsOpen: false)], []) { Page = Deployed };
        var policy = PageHeaderResources.Policy(model, Deployed)
            .Replace("${AWS::Region}", "eu-central-1", StringComparison.Ordinal).Replace("${SignInPrefix}", "todos", StringComparison.Ordinal);
        var sent = 0;
        await Page.RouteAsync("**/*", async route =>
        {
            var response = await route.FetchAsync();
            var headers = response.Headers.Where(header => header.Key != "content-security-policy").ToDictionary();
            headers["content-security-policy"] = policy;
            headers["x-content-type-options"] = "nosniff";
            sent++;
            await route.FulfillAsync(new() { Response = response, Headers = headers });
        });

        await OpenAsync("One");
        await TypeAsync("Two");
        await SavedAsync("One", "Two");
        await EditAsync(0, "Uno");
        await SavedAsync("Uno", "Two");

        Assert.True(sent > 5);
        Assert.Empty(ConsoleErrors);
    }

    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/active", "/index.html")]
    [InlineData("/lists/1", "/index.html")]
    [InlineData("/v1.2/active", "/index.html")]
    [InlineData("/index.html", "/index.html")]
    [InlineData("/js/app.js", "/js/app.js")]
    [InlineData("/missing.png", "/missing.png")]
    public async Task A_path_of_the_page_is_its_index(string path, string file)
    {
        var served = await Page.EvaluateAsync<string>(
            "([code, uri]) => new Function(`${code}; return handler(arguments[0]).uri;`)({ request: { uri } })", new[] { PageRouterResources.Code, path });

        Assert.Equal(file, served);
    }
}

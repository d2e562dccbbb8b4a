using Framework.Deployment.Deploying;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>The page of a service: its release, its settings, its firewall.</summary>
public sealed class PageTests : IDisposable
{
    private const string Description = "Todo.Service, made from its code by Framework";

    private static readonly string[] OfPage = ["s3 sync", "s3 cp", "cloudfront create-invalidation"];

    private readonly TestDeployment _deployment = new(TodoService.Build, TodoService.Page);

    [Fact]
    public async Task A_first_deployment_makes_firewall_stack_and_page_in_this_order()
    {
        var (code, output, errors) = await _deployment.DeployAsync();

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("ClientId: client", output, StringComparison.Ordinal);
        var changed = _deployment.Aws.Calls.Where(call => call.Contains("execute-change-set")).Select(call => call[call.ToList().IndexOf("--stack-name") + 1]);
        Assert.Equal(["Todo-Service-dev-firewall", "Todo-Service-dev"], changed);
        Assert.Equal(OfPage, _deployment.Steps.TakeLast(3));
        Assert.Contains(Change(), argument => argument == "ParameterKey=FirewallArn,ParameterValue=arn:aws:wafv2:us-east-1:123456789012:global/webacl/f/1");
        Assert.Contains(Change(), argument => argument == $"ParameterKey=PageRelease,ParameterValue={PageRelease.Hash(TodoService.Page)}");
    }

    [Fact]
    public async Task The_settings_of_the_page_are_the_outputs_of_the_stack()
    {
        await _deployment.DeployAsync();

        var copy = _deployment.Aws.Calls.Single(call => call.Contains("cp"));
        Assert.Equal("s3://page-1/config.js", copy[3]);
        Assert.Contains("no-cache", copy);
        var config = await File.ReadAllTextAsync(copy[2], TestContext.Current.CancellationToken);
        Assert.Contains("issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a',", config, StringComparison.Ordinal);
        Assert.Contains("clientId: 'client',", config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_in_its_bucket_before_it_is_served()
    {
        _deployment.HasStack(description: Description);
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("UPDATE_COMPLETE", Description));

        var (code, _, errors) = await _deployment.DeployAsync("--allow-replacement", "--allow-wider-permissions", "--parameter", "SignInPrefix=x");

        Assert.Equal((0, ""), (code, errors));
        var calls = _deployment.Aws.Calls.Select(call => string.Join(' ', call)).ToList();
        var release = PageRelease.Hash(TodoService.Page);
        var upload = calls.FindIndex(call => call.Contains($" s3://page-1/{release} ", StringComparison.Ordinal));
        Assert.InRange(upload, 0, calls.FindLastIndex(call => call.Contains("execute-change-set", StringComparison.Ordinal)));
        Assert.Equal(2, calls.Count(call => call.Contains($" s3://page-1/{release} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_earlier_release_is_served_again_by_its_name()
    {
        await _deployment.DeployAsync("--parameter", "PageRelease=0011223344556677");

        Assert.Contains("ParameterKey=PageRelease,ParameterValue=0011223344556677", Change());
        Assert.Single(_deployment.Aws.Calls, call => call.Contains("sync"));
    }

    [Fact]
    public async Task A_firewall_of_ones_own_is_taken()
    {
        await _deployment.DeployAsync("--parameter", "FirewallArn=arn:aws:wafv2:us-east-1:1:global/webacl/own/1");

        Assert.DoesNotContain(_deployment.Aws.Calls, call => call.Contains("Todo-Service-dev-firewall"));
    }

    [Theory]
    [InlineData("firewall-create-change-set", 1, "The stack Todo-Service-dev-firewall is as it was.")]
    [InlineData("firewall-execute-change-set", 1, "What CloudFormation has begun on Todo-Service-dev-firewall, it finishes by itself.")]
    [InlineData("sync", 2, "Todo-Service-dev is deployed, and its page is not complete yet.")]
    [InlineData("sync", 3, "Todo-Service-dev is deployed, and its page is not complete yet.")]
    [InlineData("cp", 1, "Todo-Service-dev is deployed, and its page is not complete yet.")]
    [InlineData("create-invalidation", 1, "Todo-Service-dev is deployed, and its page is not complete yet.")]
    public async Task A_step_of_the_page_that_fails_says_what_is_where(string call, int number, string left)
    {
        _deployment.Aws.Fails(call, number, "An error occurred (AccessDenied) when calling the X operation: Access Denied");

        var (code, _, errors) = await _deployment.DeployAsync();

        Assert.Equal(1, code);
        Assert.Contains($"Now: {left}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_deletes_the_firewall_too()
    {
        _deployment.HasStack(description: Description);
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("DELETE_COMPLETE", Description));
        _deployment.Aws.Answers("firewall-describe-stacks.1", TestDeployment.Firewall("CREATE_COMPLETE"));
        _deployment.Aws.Answers("firewall-describe-stacks", TestDeployment.Firewall("DELETE_COMPLETE"));

        var (code, _, errors) = await _deployment.RunAsync("destroy", "--yes");

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            ["Todo-Service-dev", "Todo-Service-dev-firewall"],
            _deployment.Aws.Calls.Where(call => call.Contains("delete-stack")).Select(call => call[3]));
        Assert.Contains(_deployment.Aws.Calls, call => call.Contains("s3://PageBucket-1"));
    }

    [Theory]
    [InlineData("js/app-3f9a1b2c.js", true)]
    [InlineData("index-DiwrgTda.css", true)]
    [InlineData("app.3f9a1b2c.js.map", true)]
    [InlineData("js/item-view.js", false)]
    [InlineData("js/item-constructor.js", false)]
    [InlineData("app-3f9a1b2.js", false)]
    [InlineData("index.html", false)]
    [InlineData("index-3f9a1b2c.html", false)]
    [InlineData("icon.svg", false)]
    public void A_name_with_a_hash_is_kept_for_ever(string name, bool isHashed) => Assert.Equal(isHashed, PageRelease.IsHashed(name));

    [Fact]
    public void A_release_has_all_files_but_the_settings()
    {
        using var folder = new TestFolder();
        foreach (var file in new[] { "index.html", "config.js", "js/app-3f9a1b2c.js" })
            folder.Write($"page/{file}", file);
        var page = Path.Combine(folder.Path, "page");
        var before = PageRelease.Hash(page);

        var release = PageRelease.Write(page, folder.File("out/x"));

        Assert.Equal(["index.html"], Directory.GetFiles(release.Plain, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(release.Plain, file)));
        Assert.Equal(["js/app-3f9a1b2c.js"], Directory.GetFiles(release.Hashed, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(release.Hashed, file)));
        folder.Write("page/config.js", "other");
        Assert.Equal(before, PageRelease.Hash(page));
        folder.Write("page/index.html", "other");
        Assert.NotEqual(before, PageRelease.Hash(page));
    }

    public void Dispose() => _deployment.Dispose();

    private IReadOnlyList<string> Change() => _deployment.Aws.Calls.Last(call => call.Contains("create-change-set"));
}

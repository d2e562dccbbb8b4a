using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Functions;

namespace Framework.Deployment.Tests;

/// <summary>The page of a service: what is deployed for it, and what is refused.</summary>
public sealed class PageTests
{
    private const int MaxPaths = 36;

    private static readonly RouteModel Closed = new("GET", "/items/{id}", "GetItem", "GetItem", IsOpen: false);

    [Fact]
    public void A_service_without_a_page_gets_none()
    {
        using var empty = new TemporaryFolder();

        Assert.Null(PageReader.Read(null, ApiType.HttpApi, [Closed], new()));
        Assert.Null(PageReader.Read(empty.Path, ApiType.HttpApi, [Closed], new()));
        Assert.DoesNotContain(Resources(Model(page: null)), resource => resource.Key.StartsWith("Page", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/{id}")]
    [InlineData("/{id}/parts")]
    [InlineData("/item-{id}")]
    public void A_path_of_the_API_that_could_be_a_file_is_refused(string template)
    {
        var exception = Assert.Throws<DeploymentException>(() => Read([new("GET", template, "GetItem", "GetItem", IsOpen: true)]));

        Assert.Equal($"GetItem serves GET {template}, which no distribution can tell from the page's files: let its path begin with a name, such as /api.", exception.Message);
    }

    [Theory]
    [InlineData("css", "css/page.css")]
    [InlineData("robots.txt", "robots.txt")]
    public void A_path_of_the_API_that_is_a_file_is_refused(string segment, string file)
    {
        var exception = Assert.Throws<DeploymentException>(() => Read([Closed with { Template = $"/{segment}" }], file));

        Assert.Equal($"/{segment} is a path of the API and a file of wwwroot. Rename one of them.", exception.Message);
    }

    [Theory]
    [InlineData(MaxPaths, true)]
    [InlineData(MaxPaths + 1, false)]
    public void The_API_begins_in_as_many_ways_as_a_distribution_has_behaviors(int count, bool isTaken)
    {
        RouteModel[] routes = [.. Enumerable.Range(0, count).Select(index => Closed with { Template = $"/items{index}" })];

        var exception = Record.Exception(() => Read(routes));

        Assert.Equal(isTaken ? null : "The paths of the API begin in 37 ways, and a page's distribution takes 36: let them begin with one, such as /api.", exception?.Message);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(2_000_000_000, true)]
    [InlineData(2_000_000_001, false)]
    public void A_limit_that_WAF_does_not_take_is_refused(int requests, bool isTaken) =>
        Assert.Equal(isTaken, Record.Exception(() => Read([Closed], settings: new() { RequestsPerAddress = requests })) is null);

    [Fact]
    public void A_load_balancer_behind_a_page_is_refused() =>
        Assert.StartsWith("A distribution reaches a load balancer by a name", Assert.Throws<DeploymentException>(() => Read([Closed], api: ApiType.LoadBalancer)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_REST_API_is_reached_at_its_stage() =>
        Assert.Equal("/v1", ApiAddress.Path(Model() with { Settings = new() { Api = ApiType.RestApi, ApiStage = "v1" } }));

    [Fact]
    public void The_files_are_open_to_this_distribution_alone()
    {
        var resources = Resources(Model());
        var statement = resources["PageBucketPolicy"]!["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray().Single()!;
        var block = resources["PageBucket"]!["Properties"]!["PublicAccessBlockConfiguration"]!.AsObject();

        Assert.Equal("cloudfront.amazonaws.com", (string?)statement["Principal"]!["Service"]);
        Assert.Equal("s3:GetObject", (string?)statement["Action"]);
        Assert.EndsWith("distribution/${PageDistribution}", (string?)statement["Condition"]!["StringEquals"]!["AWS:SourceArn"]!["Fn::Sub"], StringComparison.Ordinal);
        Assert.Equal(4, block.Count);
        Assert.All(block, setting => Assert.True((bool)setting.Value!));
    }

    [Fact]
    public void An_error_of_the_API_stays_an_error()
    {
        var distribution = Distribution(Model());

        // They would turn the API's 403 and 404 into the page.
        Assert.False(distribution.ContainsKey("CustomErrorResponses"));
        Assert.Equal("viewer-request", (string?)distribution["DefaultCacheBehavior"]!["FunctionAssociations"]![0]!["EventType"]);
        Assert.All(Calls(distribution), behavior => Assert.False(behavior.ContainsKey("FunctionAssociations")));
    }

    [Fact]
    public void Calls_of_the_API_are_never_cached_and_arrive_with_their_headers()
    {
        var calls = Calls(Distribution(Model())).ToList();

        Assert.Equal(["/items", "/items/*"], calls.Select(behavior => (string?)behavior["PathPattern"]));
        Assert.All(calls, behavior => Assert.Equal("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", (string?)behavior["CachePolicyId"]));
        Assert.All(calls, behavior => Assert.Equal("b689b0a8-53d0-40ab-baf2-68738e2966ac", (string?)behavior["OriginRequestPolicyId"]));
        Assert.All(calls, behavior => Assert.Equal(7, behavior["AllowedMethods"]!.AsArray().Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_firewall_is_a_stack_of_its_own_unless_the_code_wants_none(bool wanted)
    {
        var model = Model(new() { Firewall = wanted });

        Assert.Equal(wanted, TemplateWriter.Write(model).Firewall is not null);
        Assert.Equal(wanted, Distribution(model).ContainsKey("WebACLId"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("arn:aws:acm:us-east-1:123456789012:certificate/1b2c", true)]
    [InlineData("arn:aws:acm:eu-central-1:123456789012:certificate/1b2c", false)]
    public void A_certificate_of_another_region_than_us_east_1_is_refused_by_the_template(string arn, bool isTaken)
    {
        var pattern = (string)TemplateWriter.Write(Model()).Root["Parameters"]!["PageCertificateArn"]!["AllowedPattern"]!;

        Assert.Equal(isTaken, Regex.IsMatch(arn, $"^(?:{pattern})$"));
    }

    [Fact]
    public void The_policy_of_the_page_names_the_origins_of_the_code()
    {
        var policy = PageHeaderResources.Policy(Model(), new PageModel("", new() { Origins = ["https://api.example.com"] }, []));

        Assert.Contains("connect-src 'self' https://cognito-idp.${AWS::Region}.amazonaws.com https://${SignInPrefix}.auth.${AWS::Region}.amazoncognito.com https://api.example.com;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dashboard_is_JSON_of_three_graphs_a_row()
    {
        var body = (string)Resources(Model())["Dashboard"]!["Properties"]!["DashboardBody"]!["Fn::Sub"]!;

        var graphs = JsonDocument.Parse(body).RootElement.GetProperty("widgets").EnumerateArray()
            .Select(graph => (X: graph.GetProperty("x").GetInt32(), Y: graph.GetProperty("y").GetInt32())).ToList();

        Assert.Equal(graphs.Count, graphs.Distinct().Count());
        Assert.All(graphs, graph => Assert.InRange(graph.X, 0, 16));
    }

    private static PageModel? Read(IReadOnlyList<RouteModel> routes, string file = "page.css", PageAttribute? settings = null, ApiType api = ApiType.HttpApi)
    {
        using var folder = new TemporaryFolder();
        folder.Write("index.html");
        folder.Write(file);
        return PageReader.Read(folder.Path, api, routes, settings ?? new());
    }

    private static DeploymentModel Model(PageAttribute? page) => new("Shop", new DeploymentAttribute(), [], [Closed], [])
    {
        Page = page is null ? null : new PageModel("", page, ["/items"]),
    };

    private static DeploymentModel Model() => Model(new PageAttribute());

    private static JsonObject Resources(DeploymentModel model) => TemplateWriter.Write(model).Root["Resources"]!.AsObject();

    private static JsonObject Distribution(DeploymentModel model) =>
        Resources(model)["PageDistribution"]!["Properties"]!["DistributionConfig"]!.AsObject();

    private static IEnumerable<JsonObject> Calls(JsonObject distribution) => distribution["CacheBehaviors"]!.AsArray()
        .Select(behavior => behavior!.AsObject()).Where(behavior => (string?)behavior["TargetOriginId"] == "api");
}

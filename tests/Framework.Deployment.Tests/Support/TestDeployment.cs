using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Commands;
using Framework.Deployment.Packaging;
using Framework.Deployment.Reading;
using Framework.Deployment.Yaml;
using Framework.Hosting;

namespace Framework.Deployment.Tests.Support;

/// <summary>The commands of a service's deployment, with a stand-in for the AWS CLI and an account that is empty at first.</summary>
internal sealed class TestDeployment : IDisposable
{
    public const string Account = "123456789012";
    public const string StackId = "arn:aws:cloudformation:eu-central-1:123456789012:stack/Shop-dev/1";
    public const string NotThere = "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id Shop-dev does not exist";

    private readonly TestFolder _folder = new();
    private readonly Func<Microservice> _service;

    private readonly string? _page;

    /// <param name="service">The service; one of two endpoints by default.</param>
    /// <param name="page">The folder of its page, or null.</param>
    public TestDeployment(Func<Microservice>? service = null, string? page = null)
    {
        _page = page;
        _service = service ?? (() => FakeService.Of(2));
        Aws = new StandIn(_folder, "aws");
        _folder.Write("Shop/Shop.csproj", "<Project />");
        PackageFile = _folder.File("shop.zip");
        WritePackage("GLIBC_2.34");
        Aws.Answers("version", "aws-cli/2.15.30 Python/3.11.6 Linux/6.1 exe/x86_64");
        Aws.Answers("get-caller-identity", Account);
        Aws.Answers("describe-change-set", """{"Status":"CREATE_COMPLETE"}""");
        Aws.Answers("describe-stack-events", """{"StackEvents":[]}""");
        Aws.Answers("list-stack-resources", """{"StackResourceSummaries":[]}""");
        Aws.Fails("describe-stacks", 1, NotThere);
        Aws.Answers("describe-stacks", Stack("CREATE_COMPLETE"));
        Aws.Fails("firewall-describe-stacks", 1, NotThere);
        Aws.Answers("firewall-describe-stacks", Firewall("CREATE_COMPLETE"));
        Aws.Answers("firewall-describe-change-set", """{"Status":"CREATE_COMPLETE"}""");
        Aws.Answers("firewall-describe-stack-events", """{"StackEvents":[]}""");
    }

    public StandIn Aws { get; }

    public string PackageFile { get; }

    /// <summary>The variables of the environment.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["AWS_REGION"] = "eu-central-1" };

    /// <summary>What a person types; null where nobody is there.</summary>
    public string? Typed { get; set; }

    public TestFolder Folder => _folder;

    public string ProjectFolder => Path.Combine(_folder.Path, "Shop");

    /// <summary>The commands that were run, by their first two words, a repetition left out.</summary>
    public IEnumerable<string> Steps => Aws.Calls.Select(call => string.Join(' ', call.Take(2))).Aggregate(
        new List<string>(), (steps, call) => [.. steps, .. steps.LastOrDefault() == call ? (string[])[] : [call]]);

    public void WritePackage(string need)
    {
        var published = Path.GetDirectoryName(_folder.Write("published/bootstrap", TestElf.Write(ElfFile.X64, [need])))!;
        PackageWriter.Write(published, PackageFile);
    }

    /// <summary>A stack that is there from the start.</summary>
    public void HasStack(string status = "CREATE_COMPLETE", Microservice? service = null, string? description = null, bool isProtected = false)
    {
        Aws.Reset();
        Aws.Answers("describe-stacks", Stack("UPDATE_COMPLETE", description, isProtected));
        Aws.Answers("describe-stacks.1", Stack(status, description, isProtected));
        var templates = TemplateWriter.Write(ModelReader.Read(service ?? _service(), _page), "0123456789abcdef");
        Aws.Answers("get-template.1", Template(templates.Root));
        if (templates.Firewall is { } firewall)
            Aws.Answers("firewall-get-template", Template(firewall));
        foreach (var (index, nested) in templates.Nested.Index())
            Aws.Answers($"get-template.{index + 2}", Template(nested.Value));
        Aws.Answers("list-stack-resources", JsonSerializer.Serialize(new
        {
            StackResourceSummaries = templates.Root["Resources"]!.AsObject().Select(pair => new
            {
                LogicalResourceId = pair.Key,
                ResourceType = pair.Value!["Type"]!.GetValue<string>(),
                PhysicalResourceId = $"{pair.Key}-1",
                ResourceStatus = "CREATE_COMPLETE",
            }),
        }));
    }

    /// <summary>The stack of the firewall of the todo service.</summary>
    public static string Firewall(string status) => JsonSerializer.Serialize(new
    {
        Stacks = new[]
        {
            new
            {
                StackId = "arn:aws:cloudformation:us-east-1:123456789012:stack/Todo-Service-dev-firewall/1",
                StackStatus = status,
                Description = "The firewall of Todo.Service, made from its code by Framework; for us-east-1",
                Outputs = new[] { new { OutputKey = "FirewallArn", OutputValue = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/f/1" } },
            },
        },
    });

    public static string Stack(string status, string? description = null, bool isProtected = false) => JsonSerializer.Serialize(new
    {
        Stacks = new[]
        {
            new
            {
                StackId,
                StackStatus = status,
                Description = description ?? "Shop, made from its code by Framework",
                EnableTerminationProtection = isProtected,
                Parameters = new[] { new { ParameterKey = "CodeBucket", ParameterValue = "framework-123456789012-eu-central-1" } },
                Outputs = new[]
                {
                    new { OutputKey = "Api", OutputValue = "https://a1b2c3.execute-api.eu-central-1.amazonaws.com" },
                    new { OutputKey = "PageBucket", OutputValue = "page-1" },
                    new { OutputKey = "PageDistribution", OutputValue = "E1" },
                    new { OutputKey = "Issuer", OutputValue = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a" },
                    new { OutputKey = "ClientId", OutputValue = "client" },
                },
            },
        },
    });

    public Task<(int Code, string Output, string Errors)> DeployAsync(params string[] options) => RunAsync(["deploy", "--package", PackageFile, .. options]);

    public Task<(int Code, string Output, string Errors)> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public async Task<(int Code, string Output, string Errors)> RunAsync(string[] args, CancellationToken cancellation)
    {
        Variables["PATH"] = Variables.GetValueOrDefault("PATH", Aws.Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"));
        var root = new RootCommand();
        using var answers = Typed is null ? null : new StringReader(Typed);
        var surroundings = new Surroundings(
            _service, _page, () => new ServiceProject(Path.Combine(ProjectFolder, "Shop.csproj")), Variables.GetValueOrDefault, answers, new ImmediateClock());
        foreach (var command in DeploymentCommands.Create(surroundings))
            root.Add(command);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var parsed = root.Parse(args);
        Assert.Empty(parsed.Errors);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, cancellation).InTimeAsync();
        return (code, output.ToString(), errors.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private static string Template(JsonObject template) => JsonSerializer.Serialize(new { TemplateBody = YamlWriter.Write(template) });
}

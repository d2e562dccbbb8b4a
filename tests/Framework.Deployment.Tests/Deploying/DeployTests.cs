using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary><c>deploy</c> with a stand-in for the AWS CLI.</summary>
public sealed class DeployTests : IDisposable
{
    private static readonly string[] FirstDeployment =
    [
        "--version", "sts get-caller-identity", "cloudformation describe-stacks", "s3api head-bucket", "s3api put-public-access-block", "s3 sync",
        "cloudformation create-change-set", "cloudformation describe-change-set", "cloudformation describe-stack-events",
        "cloudformation execute-change-set", "cloudformation describe-stacks", "cloudformation describe-stack-events", "cloudformation describe-stacks",
    ];

    private readonly TestDeployment _deployment = new();

    [Fact]
    public async Task A_first_deployment_makes_the_stack_and_prints_the_address()
    {
        var (code, output, errors) = await _deployment.DeployAsync();

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(FirstDeployment, _deployment.Steps);
        Assert.Contains("Api: https://a1b2c3.execute-api.eu-central-1.amazonaws.com", output, StringComparison.Ordinal);
        var change = Call("create-change-set");
        Assert.Equal("CREATE", After(change, "--change-set-type"));
        Assert.Equal("Shop-dev", After(change, "--stack-name"));
        Assert.StartsWith("https://framework-123456789012-eu-central-1.s3.eu-central-1.amazonaws.com/Shop/templates/", After(change, "--template-url"), StringComparison.Ordinal);
        Assert.Contains(change, argument => argument.StartsWith("ParameterKey=CodeKey,ParameterValue=Shop/code/", StringComparison.Ordinal));
        Assert.All(_deployment.Aws.Calls.Skip(1), call => Assert.Equal("eu-central-1", After(call, "--region")));
    }

    [Fact]
    public async Task The_keys_that_the_change_set_names_are_those_that_are_uploaded()
    {
        await _deployment.DeployAsync();

        var upload = Call("sync");
        Assert.Equal("s3://framework-123456789012-eu-central-1/Shop", upload[3]);
        var uploaded = Directory.GetFiles(upload[2], "*", SearchOption.AllDirectories).Select(file => $"Shop/{Path.GetRelativePath(upload[2], file)}").ToList();
        var change = Call("create-change-set");
        Assert.Contains(change.Single(argument => argument.StartsWith("ParameterKey=CodeKey", StringComparison.Ordinal)).Split("ParameterValue=")[1], uploaded);
        Assert.Contains(After(change, "--template-url").Split(".amazonaws.com/")[1], uploaded);
        var prefix = change.Single(argument => argument.StartsWith("ParameterKey=TemplatePrefix", StringComparison.Ordinal)).Split("ParameterValue=")[1];
        Assert.Contains(uploaded, key => key.StartsWith($"{prefix}endpoints", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_made()
    {
        _deployment.Aws.Fails("head-bucket", 1, "An error occurred (404) when calling the HeadBucket operation: Not Found");

        var (code, _, _) = await _deployment.DeployAsync();

        Assert.Equal(0, code);
        Assert.Equal("LocationConstraint=eu-central-1", After(Call("create-bucket"), "--create-bucket-configuration"));
    }

    [Fact]
    public async Task In_the_first_region_a_bucket_has_no_location()
    {
        _deployment.Aws.Fails("head-bucket", 1, "An error occurred (404) when calling the HeadBucket operation: Not Found");

        await _deployment.DeployAsync("--region", "us-east-1");

        Assert.DoesNotContain("--create-bucket-configuration", Call("create-bucket"));
    }

    [Fact]
    public async Task A_bucket_that_another_run_made_meanwhile_is_taken()
    {
        _deployment.Aws.Fails("head-bucket", 1, "An error occurred (404) when calling the HeadBucket operation: Not Found");
        _deployment.Aws.Fails("create-bucket", 1, "An error occurred (BucketAlreadyOwnedByYou) when calling the CreateBucket operation: yours");

        Assert.Equal(0, (await _deployment.DeployAsync()).Code);
    }

    [Fact]
    public async Task A_second_deployment_of_the_same_changes_nothing()
    {
        _deployment.HasStack();
        _deployment.Aws.Answers("describe-change-set", """{"Status":"FAILED","StatusReason":"The submitted information didn't contain changes. Submit different information to create a change set."}""");

        var (code, output, _) = await _deployment.DeployAsync();

        Assert.Equal(0, code);
        Assert.Contains("Nothing differs.", output, StringComparison.Ordinal);
        Assert.Equal("UPDATE", After(Call("create-change-set"), "--change-set-type"));
        Assert.Contains("cloudformation delete-change-set", _deployment.Steps);
        Assert.DoesNotContain("cloudformation execute-change-set", _deployment.Steps);
    }

    [Fact]
    public async Task Progress_is_printed_once()
    {
        const string Made = """{"EventId":"2","LogicalResourceId":"TodosTable","ResourceType":"AWS::DynamoDB::Table","PhysicalResourceId":"t","ResourceStatus":"CREATE_COMPLETE"}""";
        _deployment.Aws.Answers("describe-stack-events.1", """{"StackEvents":[]}""");
        _deployment.Aws.Answers("describe-stack-events.2", $$"""{"StackEvents":[{{Made}}]}""");
        _deployment.Aws.Answers("describe-stack-events", $$"""{"StackEvents":[{{Made}}]}""");
        _deployment.Aws.Answers("describe-stacks.2", TestDeployment.Stack("CREATE_IN_PROGRESS"));

        var (_, output, _) = await _deployment.DeployAsync();

        Assert.Equal(2, output.Split("TodosTable (AWS::DynamoDB::Table)").Length);
    }

    [Fact]
    public async Task The_draft_of_a_first_deployment_that_was_stopped_is_taken_up()
    {
        _deployment.HasStack("REVIEW_IN_PROGRESS", description: "");
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("CREATE_COMPLETE"));

        Assert.Equal(0, (await _deployment.DeployAsync()).Code);
        Assert.Equal("CREATE", After(Call("create-change-set"), "--change-set-type"));
    }

    [Fact]
    public async Task A_stack_that_is_not_begun_yet_is_waited_for()
    {
        _deployment.Aws.Answers("describe-stacks.2", TestDeployment.Stack("REVIEW_IN_PROGRESS"));
        _deployment.Aws.Answers("describe-stacks.3", TestDeployment.Stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"));

        Assert.Equal(0, (await _deployment.DeployAsync()).Code);
        Assert.Equal(5, _deployment.Aws.Calls.Count(call => call.Contains("describe-stacks")));
    }

    [Fact]
    public async Task A_stage_has_a_stack_of_its_own()
    {
        await _deployment.DeployAsync("--stage", "test-2");

        Assert.Equal("Shop-test-2", After(Call("create-change-set"), "--stack-name"));
    }

    [Fact]
    public async Task A_protected_stage_is_confirmed_and_protected()
    {
        _deployment.Typed = "prod\n";

        var (code, output, _) = await _deployment.DeployAsync("--stage", "prod");

        Assert.Equal(0, code);
        Assert.Contains("Type prod to go on: ", output, StringComparison.Ordinal);
        Assert.Contains("--enable-termination-protection", Call("update-termination-protection"));
    }

    [Theory]
    [InlineData("no\n", "Not confirmed. Nothing was changed.")]
    [InlineData("", "Not confirmed. Nothing was changed.")]
    [InlineData(null, "Nobody is there to confirm it: add --yes. Nothing was changed.")]
    public async Task A_protected_stage_that_nobody_confirms_is_left(string? typed, string sentence)
    {
        _deployment.Typed = typed;

        var (code, _, errors) = await _deployment.DeployAsync("--stage", "prod");

        Assert.Equal(1, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3api head-bucket", _deployment.Steps);
    }

    [Fact]
    public async Task A_protected_stage_is_confirmed_on_the_command_line() =>
        Assert.Equal(0, (await _deployment.DeployAsync("--stage", "prod", "--yes")).Code);

    [Fact]
    public async Task The_region_is_asked_of_the_CLI_last()
    {
        _deployment.Variables.Remove("AWS_REGION");
        _deployment.Aws.Answers("get", "eu-west-3");

        await _deployment.DeployAsync();

        Assert.Equal("eu-west-3", After(Call("create-change-set"), "--region"));
    }

    [Fact]
    public async Task Settings_of_a_stage_count_before_those_of_all()
    {
        _deployment.Folder.Write("Shop/deployment.json", """{"region":"eu-west-1","bucket":"ours","stages":{"test":{"region":"eu-west-2"}}}""");

        await _deployment.DeployAsync("--stage", "test");

        Assert.Equal("eu-west-2", After(Call("create-change-set"), "--region"));
        Assert.Equal("ours", After(Call("head-bucket"), "--bucket"));
    }

    public void Dispose() => _deployment.Dispose();

    private IReadOnlyList<string> Call(string name) => _deployment.Aws.Calls.First(call => call.Contains(name));

    private static string After(IReadOnlyList<string> call, string option) => call[call.ToList().IndexOf(option) + 1];
}

using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>Each step fails once: the sentence, what is where, and a second run that ends well.</summary>
public sealed class FailureTests : IDisposable
{
    private const string Denied = "An error occurred (AccessDenied) when calling the X operation: Access Denied";

    private readonly TestDeployment _deployment = new();

    [Theory]
    [InlineData("get-caller-identity", 1, null, "Nothing was changed in AWS.")]
    [InlineData("describe-stacks", 1, null, "Nothing was changed in AWS.")]
    [InlineData("head-bucket", 1, "Prepare the bucket for packages", "Now: The stack Shop-dev is as it was.")]
    [InlineData("put-public-access-block", 1, "Prepare the bucket for packages", "Now: The stack Shop-dev is as it was.")]
    [InlineData("sync", 1, "Upload the package and the templates", "Now: The bucket framework-123456789012-eu-central-1 is there; the stack Shop-dev is as it was.")]
    [InlineData("create-change-set", 1, "Prepare the change of Shop-dev", "Now: The stack Shop-dev is as it was.")]
    [InlineData("describe-change-set", 1, "Prepare the change of Shop-dev", "Now: The stack Shop-dev is as it was.")]
    [InlineData("describe-stack-events", 1, "Change Shop-dev", "Now: What CloudFormation has begun on Shop-dev, it finishes by itself.")]
    [InlineData("execute-change-set", 1, "Change Shop-dev", "Now: What CloudFormation has begun on Shop-dev, it finishes by itself.")]
    [InlineData("describe-stacks", 2, "Change Shop-dev", "Now: What CloudFormation has begun on Shop-dev, it finishes by itself.")]
    [InlineData("describe-stack-events", 2, "Change Shop-dev", "Now: What CloudFormation has begun on Shop-dev, it finishes by itself.")]
    [InlineData("describe-stacks", 3, "Read the outputs of Shop-dev", "Now: Shop-dev is deployed.")]
    [InlineData("update-termination-protection", 1, "Protect the stack from deletion", "Shop-prod is deployed, and not protected from deletion yet.")]
    public async Task A_step_that_fails_says_what_is_where_and_a_second_run_ends_well(string call, int number, string? step, string left)
    {
        string[] options = call == "update-termination-protection" ? ["--stage", "prod", "--yes"] : [];
        _deployment.Aws.Fails(call, number, Denied);

        var (code, _, errors) = await _deployment.DeployAsync(options);

        Assert.Equal(1, code);
        Assert.Contains("You lack a permission", errors, StringComparison.Ordinal);
        Assert.Contains(Denied, errors, StringComparison.Ordinal);
        Assert.Contains(left, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        if (step is not null)
        {
            Assert.Contains($"This step failed: {step}.", errors, StringComparison.Ordinal);
            Assert.Contains("run the same command again", errors, StringComparison.Ordinal);
        }
        _deployment.Aws.Reset();
        if (step is "Change Shop-dev" or "Read the outputs of Shop-dev" or "Protect the stack from deletion")
            _deployment.HasStack();
        else
            _deployment.Aws.Fails("describe-stacks", 1, TestDeployment.NotThere);
        Assert.Equal(0, (await _deployment.DeployAsync(options)).Code);
    }

    [Fact]
    public async Task A_deployment_that_is_stopped_says_what_is_where()
    {
        _deployment.Aws.Hangs("sync");
        using var stop = new CancellationTokenSource();
        var running = _deployment.RunAsync(["deploy", "--package", _deployment.PackageFile], stop.Token);
        await Waits.UntilAsync(() => Task.FromResult(_deployment.Aws.Calls.Any(call => call.Contains("sync"))));

        await stop.CancelAsync();

        var (code, _, errors) = await running;
        Assert.Equal(1, code);
        Assert.Contains("This step failed: Upload the package and the templates.\nStopped.\nNow: The bucket", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_of_a_deployment_is_in_the_table_above()
    {
        await _deployment.DeployAsync("--stage", "prod", "--yes");

        var names = typeof(FailureTests).GetMethod(nameof(A_step_that_fails_says_what_is_where_and_a_second_run_ends_well))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!);
        Assert.Empty(_deployment.Aws.Calls.Skip(1).Select(call => call[1]).Except(names));
    }

    [Fact]
    public async Task A_publish_that_fails_shows_its_last_lines_and_changes_nothing()
    {
        var dotnet = new StandIn(_deployment.Folder, "dotnet");
        dotnet.Fails("publish", 1, "error CS1002: ; expected");

        var (code, _, errors) = await _deployment.RunAsync("deploy");

        Assert.Equal(1, code);
        Assert.Contains("dotnet publish failed:\nerror CS1002: ; expected\nThe command was: dotnet publish ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3api head-bucket", _deployment.Steps);
    }

    [Fact]
    public async Task A_failed_update_says_the_reason_of_the_resource_and_that_the_stack_went_back()
    {
        _deployment.HasStack();
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("UPDATE_ROLLBACK_COMPLETE"));
        _deployment.Aws.Answers("describe-stack-events", Events(
            ("4", "Other", "AWS::SNS::Topic", "", "CREATE_FAILED", "Resource creation cancelled"),
            ("3", "Endpoints2", "AWS::CloudFormation::Stack", "nested", "UPDATE_FAILED", "Embedded stack nested was not successfully updated"),
            ("2", "Shop-dev", "AWS::CloudFormation::Stack", TestDeployment.StackId, "UPDATE_IN_PROGRESS", "User Initiated"),
            ("1", "Old", "AWS::SNS::Topic", "", "CREATE_FAILED", "of an earlier deployment")));
        // The watch has looked twice, and then looks for the faults of the root and of the nested stack.
        _deployment.Aws.Answers("describe-stack-events.4", Events(
            ("12", "GetTodoFunction", "AWS::Lambda::Function", "f", "UPDATE_FAILED", "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [10]."),
            ("11", "Endpoints2", "AWS::CloudFormation::Stack", "nested", "UPDATE_IN_PROGRESS", "")));

        var (code, _, errors) = await _deployment.DeployAsync();

        Assert.Equal(1, code);
        Assert.Contains("too little concurrency left for ReservedConcurrency", errors, StringComparison.Ordinal);
        Assert.Contains("GetTodoFunction: Specified", errors, StringComparison.Ordinal);
        Assert.Contains("Shop-dev went back to what it was before", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("earlier deployment", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("cancelled", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_first_deployment_says_that_the_stack_must_be_deleted()
    {
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("ROLLBACK_COMPLETE"));

        var (code, _, errors) = await _deployment.DeployAsync();

        Assert.Equal(1, code);
        Assert.Contains("Shop-dev was never made and is in ROLLBACK_COMPLETE: run destroy for the stage", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_CloudFormation_refuses_is_deleted_and_explained()
    {
        _deployment.Aws.Answers("describe-change-set", """{"Status":"FAILED","StatusReason":"S3 error: Access Denied"}""");

        var (code, _, errors) = await _deployment.DeployAsync();

        Assert.Equal(1, code);
        Assert.Contains("CloudFormation refuses the change, and the stack Shop-dev is as it was. ", errors, StringComparison.Ordinal);
        Assert.Contains("cloudformation delete-change-set", _deployment.Steps);
    }

    public void Dispose() => _deployment.Dispose();

    private static string Events(params (string Id, string Resource, string Type, string Physical, string Status, string Reason)[] events) =>
        System.Text.Json.JsonSerializer.Serialize(new
        {
            StackEvents = events.Select(one => new
            {
                EventId = one.Id,
                LogicalResourceId = one.Resource,
                ResourceType = one.Type,
                PhysicalResourceId = one.Physical,
                ResourceStatus = one.Status,
                ResourceStatusReason = one.Reason,
            }),
        });
}

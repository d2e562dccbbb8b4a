using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary><c>destroy</c> with a stand-in for the AWS CLI.</summary>
public sealed class DestroyTests : IDisposable
{
    private readonly TestDeployment _deployment = new(TodoService.Build);

    public DestroyTests() => HasStack();

    [Fact]
    public async Task It_keeps_data_and_says_its_names()
    {
        var (code, output, errors) = await _deployment.RunAsync("destroy", "--yes");

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("This data stays in the account:", output, StringComparison.Ordinal);
        Assert.Contains("  TodosTable-1 (AWS::DynamoDB::Table)", output, StringComparison.Ordinal);
        Assert.Contains("  Users-1 (AWS::Cognito::UserPool)", output, StringComparison.Ordinal);
        Assert.Contains("cloudformation delete-stack", _deployment.Steps);
        Assert.DoesNotContain(_deployment.Steps, step => step.StartsWith("dynamodb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_deletes_data_where_that_is_asked_for()
    {
        var (code, output, _) = await _deployment.RunAsync("destroy", "--yes", "--delete-data");

        Assert.Equal(0, code);
        Assert.Contains("With the stack, this data is deleted for ever:", output, StringComparison.Ordinal);
        Assert.Equal(
            ["dynamodb update-table", "dynamodb delete-table", "cognito-idp update-user-pool", "cognito-idp delete-user-pool"],
            _deployment.Steps.SkipWhile(step => !step.StartsWith("dynamodb", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Data_that_is_gone_already_is_no_failure()
    {
        _deployment.Aws.Fails("update-table", 1, "An error occurred (ResourceNotFoundException) when calling the UpdateTable operation: Requested resource not found");
        _deployment.Aws.Fails("delete-table", 1, "An error occurred (ResourceNotFoundException) when calling the DeleteTable operation: Requested resource not found");

        Assert.Equal(0, (await _deployment.RunAsync("destroy", "--yes", "--delete-data")).Code);
    }

    [Fact]
    public async Task Data_that_cannot_be_deleted_is_named_with_the_commands_that_are_left()
    {
        _deployment.Aws.Fails("delete-table", 1, "An error occurred (AccessDeniedException) when calling the DeleteTable operation: no");

        var (code, _, errors) = await _deployment.RunAsync("destroy", "--yes", "--delete-data");

        Assert.Equal(1, code);
        Assert.Contains("aws dynamodb delete-table --table-name TodosTable-1 --region eu-central-1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_without_data_to_keep_is_emptied_first()
    {
        _deployment.Aws.Answers("list-stack-resources", """{"StackResourceSummaries":[{"LogicalResourceId":"Site","ResourceType":"AWS::S3::Bucket","PhysicalResourceId":"site-1","ResourceStatus":"CREATE_COMPLETE"}]}""");

        Assert.Equal(0, (await _deployment.RunAsync("destroy", "--yes")).Code);
        var steps = _deployment.Steps.ToList();
        Assert.Equal("s3://site-1", _deployment.Aws.Calls.Single(call => call.Contains("rm"))[2]);
        Assert.True(steps.IndexOf("s3 rm") < steps.IndexOf("cloudformation delete-stack"));
    }

    [Theory]
    [InlineData("Todo-Service-dev\n", 0, "")]
    [InlineData("yes\n", 1, "Not confirmed. Nothing was changed.")]
    [InlineData(null, 1, "Nobody is there to confirm it: add --yes. Nothing was changed.")]
    public async Task It_is_confirmed_by_the_name_of_the_stack(string? typed, int expected, string sentence)
    {
        _deployment.Typed = typed;

        var (code, _, errors) = await _deployment.RunAsync("destroy");

        Assert.Equal(expected, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.Equal(expected == 0, _deployment.Steps.Contains("cloudformation delete-stack"));
    }

    [Fact]
    public async Task A_protected_stack_needs_a_word_of_its_own()
    {
        HasStack(isProtected: true);
        var (code, _, errors) = await _deployment.RunAsync("destroy", "--yes");
        Assert.Equal((1, "Todo-Service-dev is protected from deletion: add --allow-protected. Nothing was changed."), (code, errors.TrimEnd()));

        HasStack(isProtected: true);
        Assert.Equal(0, (await _deployment.RunAsync("destroy", "--yes", "--allow-protected")).Code);
        Assert.Contains("--no-enable-termination-protection", _deployment.Aws.Calls.Single(call => call.Contains("update-termination-protection")));
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_destroyed_already()
    {
        _deployment.Aws.Fails("describe-stacks", 1, TestDeployment.NotThere);

        var (code, output, _) = await _deployment.RunAsync("destroy", "--yes");

        Assert.Equal((0, "There is no stack Todo-Service-dev in eu-central-1: nothing to destroy."), (code, output.TrimEnd()));
    }

    [Fact]
    public async Task The_stack_of_a_first_deployment_that_failed_can_be_deleted()
    {
        HasStack(status: "ROLLBACK_COMPLETE");

        Assert.Equal(0, (await _deployment.RunAsync("destroy", "--yes")).Code);
    }

    [Fact]
    public async Task A_deletion_that_fails_says_why()
    {
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("DELETE_FAILED"));
        _deployment.Aws.Answers("describe-stack-events", """{"StackEvents":[{"EventId":"1","LogicalResourceId":"Site","ResourceType":"AWS::S3::Bucket","PhysicalResourceId":"s","ResourceStatus":"DELETE_FAILED","ResourceStatusReason":"The bucket you tried to delete is not empty"}]}""");

        var (code, _, errors) = await _deployment.RunAsync("destroy", "--yes");

        Assert.Equal(1, code);
        Assert.Contains("Site: The bucket you tried to delete is not empty", errors, StringComparison.Ordinal);
        Assert.Contains("Todo-Service-dev is in DELETE_FAILED", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get-caller-identity")]
    [InlineData("describe-stacks")]
    [InlineData("list-stack-resources")]
    [InlineData("get-template")]
    [InlineData("delete-stack")]
    [InlineData("describe-stack-events")]
    public async Task Each_call_that_fails_is_explained(string call)
    {
        _deployment.Aws.Fails(call, 1, "An error occurred (AccessDenied) when calling the X operation: Access Denied");

        var (code, _, errors) = await _deployment.RunAsync("destroy", "--yes");

        Assert.Equal(1, code);
        Assert.Contains("You lack a permission", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _deployment.Dispose();

    private void HasStack(string status = "CREATE_COMPLETE", bool isProtected = false)
    {
        const string Description = "Todo.Service, made from its code by Framework";
        _deployment.HasStack(status, description: Description, isProtected: isProtected);
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("DELETE_COMPLETE", Description));
    }
}

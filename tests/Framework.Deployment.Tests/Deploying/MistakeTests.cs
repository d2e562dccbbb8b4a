using Framework.Deployment.Comparison;
using Framework.Deployment.Deploying;
using Framework.Deployment.Stages;
using Framework.Deployment.Tests.Support;

namespace Framework.Deployment.Tests.Deploying;

/// <summary>The mistakes of a person who deploys, each with the sentence that <c>docs/deployment.md</c> has.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly TestDeployment _deployment = new();

    [Theory]
    [InlineData("get-caller-identity", "Unable to locate credentials. You can configure credentials by running \"aws configure\".", "There are no credentials of AWS")]
    [InlineData("get-caller-identity", "The config profile (shop) could not be found", "There are no credentials of AWS")]
    [InlineData("get-caller-identity", "An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired", "The credentials of AWS have expired")]
    [InlineData("get-caller-identity", "Error when retrieving token from sso: Token has expired and refresh failed", "The credentials of AWS have expired")]
    [InlineData("get-caller-identity", "An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.", "AWS does not know the access key")]
    [InlineData("get-caller-identity", "Could not connect to the endpoint URL: \"https://sts.eu-centrl-1.amazonaws.com/\"", "eu-central-1 cannot be reached or is no region of AWS")]
    [InlineData("head-bucket", "An error occurred (403) when calling the HeadBucket operation: Forbidden", "The bucket for packages belongs to another account")]
    [InlineData("head-bucket", "An error occurred (301) when calling the HeadBucket operation: Moved Permanently", "The bucket for packages is in another region than eu-central-1")]
    [InlineData("create-change-set", "An error occurred (AccessDenied) when calling the CreateChangeSet operation: User: arn:aws:iam::123456789012:user/ann is not authorized to perform: cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:eu-central-1:123456789012:stack/Shop-dev/* because no identity-based policy allows the cloudformation:CreateChangeSet action", "You may not call cloudformation:CreateChangeSet: ")]
    [InlineData("create-change-set", "An error occurred (ValidationError) when calling the CreateChangeSet operation: Stack:arn:aws:cloudformation:eu-central-1:1:stack/Shop-dev/1 is in UPDATE_IN_PROGRESS state and can not be updated.", "Another operation is at work")]
    [InlineData("create-change-set", "An error occurred (LimitExceededException) when calling the CreateChangeSet operation: ChangeSet limit exceeded", "A quota of the account is reached")]
    [InlineData("create-change-set", "An error occurred (Throttling) when calling the CreateChangeSet operation (reached max retries: 2): Rate exceeded", "AWS takes no more calls for the moment")]
    public async Task What_the_CLI_reports_is_explained(string call, string text, string sentence)
    {
        _deployment.Aws.Fails(call, 1, text);

        await FailsAsync(sentence);
    }

    [Theory]
    [InlineData("Domain already associated with another user pool. (Service: CognitoIdentityProvider, Status Code: 400)", "The domain of the sign-in page is taken in eu-central-1")]
    [InlineData("Resource of type 'AWS::Logs::LogGroup' with identifier '{\"/properties/LogGroupName\":\"/aws/lambda/shop\"}' already exists.", "A log group of that name already exists")]
    [InlineData("The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.", "CloudFront takes certificates of us-east-1 alone")]
    [InlineData("User: arn:aws:iam::1:user/ann is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::1:role/x", "You may not call iam:CreateRole: ")]
    [InlineData("Resource handler returned message: \"Limit exceeded: Maximum number of APIs\"", "A quota of the account is reached")]
    [InlineData("shop-table already exists in stack arn:aws:cloudformation:eu-central-1:1:stack/other/1", "A resource of that name already exists outside the stack")]
    public async Task What_a_resource_reports_is_explained(string reason, string sentence)
    {
        _deployment.Aws.Answers("describe-stacks", TestDeployment.Stack("ROLLBACK_COMPLETE"));
        _deployment.Aws.Answers("describe-stack-events", System.Text.Json.JsonSerializer.Serialize(new
        {
            StackEvents = new[] { new { EventId = "1", LogicalResourceId = "A", ResourceType = "AWS::X::Y", PhysicalResourceId = "", ResourceStatus = "CREATE_FAILED", ResourceStatusReason = reason } },
        }));

        await FailsAsync(sentence);
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE", "can only be deleted: run destroy --stage dev, then deploy again")]
    [InlineData("DELETE_FAILED", "can only be deleted: run destroy --stage dev, then deploy again")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "aws cloudformation continue-update-rollback --stack-name Shop-dev --region eu-central-1")]
    [InlineData("UPDATE_IN_PROGRESS", "another operation is at work on it. Wait until it is done")]
    [InlineData("DELETE_IN_PROGRESS", "another operation is at work on it. Wait until it is done")]
    public async Task A_stack_that_cannot_be_changed_is_refused(string status, string sentence)
    {
        _deployment.HasStack(status);

        await FailsAsync(sentence);
        Assert.DoesNotContain("s3api head-bucket", _deployment.Steps);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE")]
    [InlineData("UPDATE_COMPLETE")]
    public async Task A_stack_that_can_be_changed_is(string status)
    {
        _deployment.HasStack(status);

        Assert.Equal(0, (await _deployment.DeployAsync()).Code);
    }

    [Fact]
    public async Task A_stack_of_somebody_else_is_left()
    {
        _deployment.HasStack(description: "A shop made by hand");

        await FailsAsync("The stack Shop-dev is there and is not this service's, as its description is \"A shop made by hand\"");
    }

    [Fact]
    public async Task A_bucket_that_is_taken_is_one_sentence()
    {
        _deployment.Aws.Fails("head-bucket", 1, "An error occurred (404) when calling the HeadBucket operation: Not Found");
        _deployment.Aws.Fails("create-bucket", 1, "An error occurred (BucketAlreadyExists) when calling the CreateBucket operation: The requested bucket name is not available.");

        await FailsAsync("The bucket for packages belongs to another account");
    }

    [Fact]
    public async Task Without_the_CLI_it_is_one_sentence()
    {
        _deployment.Variables["PATH"] = _deployment.Folder.Path;

        await FailsAsync("The AWS CLI is not on the PATH: install version 2");
    }

    [Fact]
    public async Task An_old_CLI_is_one_sentence()
    {
        _deployment.Aws.Answers("version", "aws-cli/1.45.11 Python/3.11.7 Linux/6.1 botocore/1.43.11");

        await FailsAsync("The AWS CLI on the PATH is aws-cli/1.45.11, and version 2 is needed");
    }

    [Fact]
    public async Task Without_a_region_it_is_one_sentence()
    {
        _deployment.Variables.Remove("AWS_REGION");
        _deployment.Aws.Fails("get", 1, "");

        await FailsAsync("Nothing says the region: add --region eu-central-1");
    }

    [Fact]
    public async Task A_value_that_is_missing_is_one_sentence_before_the_package_is_made()
    {
        using var todo = new TestDeployment(TodoService.Build);

        var (code, _, errors) = await todo.RunAsync("deploy");

        Assert.Equal(1, code);
        Assert.StartsWith("The parameter PageUrl has no value. Where the page is: a user comes back to it after signing in and out: say it once, --parameter PageUrl=VALUE", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was made", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_does_not_exist_is_one_sentence()
    {
        var (code, _, errors) = await _deployment.DeployAsync("--parameter", "Page=x");

        Assert.Equal((1, "Page is no parameter that can be given: the templates have ApiDomain, ApiCertificateArn, ApiHostedZoneId."), (code, errors.TrimEnd()));
    }

    [Theory]
    [InlineData(98, null)]
    [InlineData(99, "The stack would be named")]
    public void A_stack_has_103_characters_at_most_with_its_stage(int length, string? sentence) => Refused(sentence, () => StackName.Of(new string('a', length), "test"));

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, "which has 60 characters, and 59 are the most with a page")]
    public void A_stack_with_a_page_has_59_characters_at_most(int length, string? sentence) => Refused(sentence, () =>
    {
        StackName.CheckPage(new string('a', length));
        return "";
    });

    [Theory]
    [InlineData(45, null)]
    [InlineData(46, "Cognito takes 63")]
    public void A_sign_in_domain_has_63_characters_at_most(int length, string? sentence) => Refused(sentence, () => StackName.SignInPrefix(new string('a', length), "test", "123456789012"));

    [Theory]
    [InlineData("LawsOfOld", "Cognito refuses aws in it")]
    [InlineData("9.Lives", null)]
    public void A_sign_in_domain_has_no_word_of_AWS(string service, string? sentence) => Refused(sentence, () => StackName.SignInPrefix(service, "dev", "123456789012"));

    [Fact]
    public void A_stack_begins_with_a_letter() => Refused("a stack's name begins with a letter", () => StackName.Of("9.Lives", "dev"));

    [Theory]
    [InlineData("AWS::CloudFront::Distribution", "us-east-1", null)]
    [InlineData("AWS::CloudFront::Distribution", "eu-central-1", "CloudFront takes those of us-east-1")]
    [InlineData("AWS::ApiGatewayV2::DomainName", "eu-central-1", null)]
    [InlineData("AWS::ApiGatewayV2::DomainName", "us-east-1", "it must be of the stack's region, eu-central-1")]
    [InlineData(null, "us-east-1", null)]
    public void A_certificate_of_the_wrong_region_is_refused(string? type, string region, string? sentence)
    {
        var value = type is null ? "1" : """{"Ref":"Certificate"}""";
        var template = Templates.Of("{\"A\":{\"Type\":\"" + (type ?? "AWS::SNS::Topic") + "\",\"Properties\":{\"X\":" + value + "}}}");

        Refused(sentence, () =>
        {
            CertificateCheck.Check([template], [new ParameterValue("Certificate", $"arn:aws:acm:{region}:1:certificate/x")], "eu-central-1");
            return "";
        });
    }

    [Fact]
    public async Task A_table_that_would_be_made_anew_must_be_confirmed()
    {
        _deployment.HasStack();
        _deployment.Aws.Answers("get-template.1", Templates.Body("""{"OldTable":{"Type":"AWS::DynamoDB::Table","Properties":{"KeySchema":[]}}}"""));

        await FailsAsync("OldTable: it is deleted with what is in it. Where that is meant, add --allow-data-loss. Nothing was changed.");
        Assert.DoesNotContain("s3api head-bucket", _deployment.Steps);
        Assert.Contains("--allow-data-loss", (await _deployment.RunAsync("deploy", "--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_confirms_no_risk_and_its_own_word_does()
    {
        _deployment.HasStack();
        _deployment.Aws.Answers("get-template.1", Templates.Body("""{"OldTable":{"Type":"AWS::DynamoDB::Table","Properties":{"KeySchema":[]}}}"""));
        Assert.Equal(1, (await _deployment.DeployAsync("--yes", "--allow-replacement", "--allow-wider-permissions")).Code);

        _deployment.HasStack();
        Assert.Equal(0, (await _deployment.DeployAsync("--allow-data-loss")).Code);
    }

    [Fact]
    public void The_documents_have_each_risk_and_its_word()
    {
        var guide = File.ReadAllText(Repository.File("docs/deployment.md"));

        Assert.All(Enum.GetValues<RiskKind>(), kind => Assert.Contains(ComparisonText.Option(kind), guide, StringComparison.Ordinal));
    }

    public void Dispose() => _deployment.Dispose();

    private async Task FailsAsync(string sentence)
    {
        var (code, _, errors) = await _deployment.DeployAsync();

        Assert.Equal(1, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static void Refused(string? sentence, Func<string> run)
    {
        var exception = Record.Exception(run);
        if (sentence is null)
            Assert.Null(exception);
        else
            Assert.Contains(sentence, Assert.IsType<Framework.Deployment.Model.DeploymentException>(exception).Message, StringComparison.Ordinal);
    }
}

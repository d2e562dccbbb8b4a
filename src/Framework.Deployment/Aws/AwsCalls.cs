using Framework.Deployment.Processes;

namespace Framework.Deployment.Aws;

/// <summary>The commands of the AWS CLI that are used, with all of their arguments.</summary>
/// <param name="region">The region of all of them.</param>
internal sealed class AwsCalls(string region)
{
    // A large package over a slow line.
    private static readonly TimeSpan UploadLimit = TimeSpan.FromMinutes(30);

    // Nothing that a person's settings change: no pager, no questions.
    private static readonly Dictionary<string, string> Variables = new() { ["AWS_PAGER"] = "", ["AWS_CLI_AUTO_PROMPT"] = "off" };

    /// <summary>Says which version the CLI is.</summary>
    public static ProgramCall Version() => Call("--version");

    /// <summary>Says the region of the person's settings.</summary>
    public static ProgramCall ConfiguredRegion() => Call("configure", "get", "region");

    public ProgramCall Account() => Call("sts", "get-caller-identity", "--query", "Account", "--output", "text", "--region", region);

    public ProgramCall Stack(string stack) => Json("cloudformation", "describe-stacks", "--stack-name", stack);

    public ProgramCall Template(string stack) => Json("cloudformation", "get-template", "--stack-name", stack, "--template-stage", "Original");

    public ProgramCall Resources(string stack) => Json("cloudformation", "list-stack-resources", "--stack-name", stack);

    /// <summary>The newest events; the CLI would read those of years otherwise.</summary>
    public ProgramCall Events(string stack) => Json("cloudformation", "describe-stack-events", "--stack-name", stack, "--max-items", "200");

    public ProgramCall FindBucket(string bucket, string account) => Json("s3api", "head-bucket", "--bucket", bucket, "--expected-bucket-owner", account);

    // In the first region S3 takes no constraint: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
    public ProgramCall MakeBucket(string bucket) => region == "us-east-1"
        ? Json("s3api", "create-bucket", "--bucket", bucket)
        : Json("s3api", "create-bucket", "--bucket", bucket, "--create-bucket-configuration", $"LocationConstraint={region}");

    public ProgramCall CloseBucket(string bucket, string account) => Json(
        "s3api", "put-public-access-block", "--bucket", bucket, "--expected-bucket-owner", account,
        "--public-access-block-configuration", "BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true");

    /// <summary>Uploads what is not there yet. The keys name the contents, so the size says enough.</summary>
    public ProgramCall Upload(string folder, string bucket, string prefix) =>
        Json("s3", "sync", folder, $"s3://{bucket}/{prefix}", "--size-only", "--only-show-errors") with { Limit = UploadLimit };

    /// <summary>Uploads the files of a page. What is in the bucket and not in the folder stays.</summary>
    public ProgramCall UploadFiles(string folder, string target, string cacheControl) =>
        Json("s3", "sync", folder, target, "--size-only", "--only-show-errors", "--cache-control", cacheControl) with { Limit = UploadLimit };

    public ProgramCall UploadFile(string file, string target, string cacheControl) =>
        Json("s3", "cp", file, target, "--only-show-errors", "--cache-control", cacheControl);

    public ProgramCall Invalidate(string distribution) => Json("cloudfront", "create-invalidation", "--distribution-id", distribution, "--paths", "/*");

    public ProgramCall EmptyBucket(string bucket) => Json("s3", "rm", $"s3://{bucket}", "--recursive", "--only-show-errors") with { Limit = UploadLimit };

    public ProgramCall DeleteBucket(string bucket) => Json("s3api", "delete-bucket", "--bucket", bucket);

    public ProgramCall MakeChangeSet(string stack, string name, bool isNew, string template, IEnumerable<string> parameters) => Json(
    [
        "cloudformation", "create-change-set", "--stack-name", stack, "--change-set-name", name,
        "--change-set-type", isNew ? "CREATE" : "UPDATE", "--template-url", template, "--include-nested-stacks",
        "--capabilities", "CAPABILITY_IAM", "--parameters", .. parameters,
    ]);

    /// <summary>A change set whose template is a file and has no parameters.</summary>
    public ProgramCall MakeSmallChangeSet(string stack, string name, bool isNew, string file) => Json(
        "cloudformation", "create-change-set", "--stack-name", stack, "--change-set-name", name,
        "--change-set-type", isNew ? "CREATE" : "UPDATE", "--template-body", $"file://{file}");

    public ProgramCall ChangeSet(string stack, string name) => Json("cloudformation", "describe-change-set", "--stack-name", stack, "--change-set-name", name);

    public ProgramCall DeleteChangeSet(string stack, string name) => Json("cloudformation", "delete-change-set", "--stack-name", stack, "--change-set-name", name);

    public ProgramCall Execute(string stack, string name) => Json("cloudformation", "execute-change-set", "--stack-name", stack, "--change-set-name", name);

    public ProgramCall Protect(string stack, bool isProtected) => Json(
        "cloudformation", "update-termination-protection", isProtected ? "--enable-termination-protection" : "--no-enable-termination-protection", "--stack-name", stack);

    public ProgramCall DeleteStack(string stack) => Json("cloudformation", "delete-stack", "--stack-name", stack);

    public ProgramCall UnprotectTable(string table) => Json("dynamodb", "update-table", "--table-name", table, "--no-deletion-protection-enabled");

    public ProgramCall DeleteTable(string table) => Json("dynamodb", "delete-table", "--table-name", table);

    public ProgramCall UnprotectUsers(string pool) => Json("cognito-idp", "update-user-pool", "--user-pool-id", pool, "--deletion-protection", "INACTIVE");

    public ProgramCall DeleteUsers(string pool) => Json("cognito-idp", "delete-user-pool", "--user-pool-id", pool);

    private ProgramCall Json(params string[] arguments) => Call([.. arguments, "--region", region, "--output", "json"]);

    private static ProgramCall Call(params string[] arguments) => new("aws", arguments) { Variables = Variables };
}

using Framework.Deployment.Aws;

namespace Framework.Deployment.Deploying;

/// <summary>The steps that bring package and templates to their bucket.</summary>
/// <param name="plan">What is deployed.</param>
/// <param name="aws">The CLI.</param>
/// <param name="output">Takes the progress.</param>
internal sealed class PackageSteps(DeployPlan plan, AwsCli aws, TextWriter output)
{
    private readonly AwsCalls _calls = new(plan.Region);

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<DeployStep> All =>
    [
        new("Prepare the bucket for packages",
            [
                _calls.FindBucket(plan.Bucket, plan.Account),
                new(_calls.MakeBucket(plan.Bucket), "Where it is not there:"),
                _calls.CloseBucket(plan.Bucket, plan.Account),
            ],
            PrepareAsync,
            $"The stack {plan.Stack} is as it was."),
        new("Upload the package and the templates",
            [_calls.Upload(plan.Folder, plan.Bucket, plan.Prefix)],
            cancellation => aws.TextAsync(_calls.Upload(plan.Folder, plan.Bucket, plan.Prefix), cancellation),
            $"The bucket {plan.Bucket} is there; the stack {plan.Stack} is as it was."),
    ];

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            _ = await aws.TextAsync(_calls.FindBucket(plan.Bucket, plan.Account), cancellation);
        }
        catch (AwsException exception) when (exception.Code == "404")
        {
            await MakeAsync(cancellation);
        }
        // Each time: a first run may have ended before.
        await aws.TextAsync(_calls.CloseBucket(plan.Bucket, plan.Account), cancellation);
    }

    private async Task MakeAsync(CancellationToken cancellation)
    {
        try
        {
            await aws.TextAsync(_calls.MakeBucket(plan.Bucket), cancellation);
            await output.WriteLineAsync($"  made {plan.Bucket}");
        }
        catch (AwsException exception) when (exception.Code == "BucketAlreadyOwnedByYou")
        {
            // Another deployment made it in between.
        }
    }
}

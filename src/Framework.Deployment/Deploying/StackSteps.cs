using Framework.Deployment.Aws;
using Framework.Deployment.Model;

namespace Framework.Deployment.Deploying;

/// <summary>The steps that bring the stack to AWS.</summary>
/// <param name="plan">What is deployed.</param>
/// <param name="aws">The CLI.</param>
/// <param name="output">Takes the progress.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class StackSteps(DeployPlan plan, AwsCli aws, TextWriter output, TimeProvider clock)
{
    // A change set of many nested stacks takes a minute or two.
    private const int MaxLooks = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly AwsCalls _calls = new(plan.Region);

    // What one step finds for the next.
    private bool _hasChanges;

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<DeployStep> All =>
    [
        new("Prepare the bucket for packages",
            [
                _calls.FindBucket(plan.Bucket, plan.Account),
                new(_calls.MakeBucket(plan.Bucket), "Where it is not there:"),
                _calls.CloseBucket(plan.Bucket, plan.Account),
            ],
            PrepareBucketAsync,
            $"The stack {plan.Stack} is as it was."),
        new("Upload the package and the templates",
            [_calls.Upload(plan.Folder, plan.Bucket, plan.Prefix)],
            cancellation => aws.TextAsync(_calls.Upload(plan.Folder, plan.Bucket, plan.Prefix), cancellation),
            $"The bucket {plan.Bucket} is there; the stack {plan.Stack} is as it was."),
        new("Prepare the change of the stack",
            [
                new(ChangeSetCall, plan.IsUnknown ? "With UPDATE for CREATE where the stack is there:" : null),
                new(_calls.ChangeSet(plan.Stack, plan.ChangeSet), "Until it is complete; where it failed or nothing differs, it is deleted:"),
            ],
            PrepareChangeAsync,
            $"Package and templates are in {plan.Bucket}; the stack {plan.Stack} is as it was."),
        new("Change the stack",
            [
                _calls.Execute(plan.Stack, plan.ChangeSet),
                new(_calls.Stack(plan.Stack), "Until nothing is in progress:"),
                _calls.Events(plan.Stack),
            ],
            ChangeAsync,
            $"Package and templates are in {plan.Bucket}; what CloudFormation has begun on {plan.Stack}, it finishes by itself."),
        .. plan.IsProtected
            ? [new DeployStep("Protect the stack from deletion",
                [_calls.Protect(plan.Stack, isProtected: true)],
                cancellation => aws.TextAsync(_calls.Protect(plan.Stack, isProtected: true), cancellation),
                $"{plan.Stack} is deployed, and not protected from deletion yet.")]
            : Array.Empty<DeployStep>(),
    ];

    private Processes.ProgramCall ChangeSetCall => _calls.MakeChangeSet(
        plan.Stack, plan.ChangeSet, plan.IsNew, plan.TemplateUrl, plan.Parameters.Select(parameter => parameter.Shorthand));

    private async Task PrepareBucketAsync(CancellationToken cancellation)
    {
        try
        {
            _ = await aws.TextAsync(_calls.FindBucket(plan.Bucket, plan.Account), cancellation);
        }
        catch (AwsException exception) when (exception.Code == "404")
        {
            await MakeBucketAsync(cancellation);
        }
        // Each time: a first run may have ended before.
        await aws.TextAsync(_calls.CloseBucket(plan.Bucket, plan.Account), cancellation);
    }

    private async Task MakeBucketAsync(CancellationToken cancellation)
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

    private async Task PrepareChangeAsync(CancellationToken cancellation)
    {
        await aws.TextAsync(ChangeSetCall, cancellation);
        for (var look = 0; look < MaxLooks; look++)
        {
            var set = await aws.JsonAsync(_calls.ChangeSet(plan.Stack, plan.ChangeSet), cancellation);
            switch (set["Status"]?.GetValue<string>())
            {
                case "CREATE_COMPLETE":
                    _hasChanges = true;
                    return;
                case "FAILED":
                    await aws.TextAsync(_calls.DeleteChangeSet(plan.Stack, plan.ChangeSet), cancellation);
                    Explain(set["StatusReason"]?.GetValue<string>() ?? "");
                    return;
            }
            await Task.Delay(Pause, clock, cancellation);
        }
        throw new DeploymentException($"CloudFormation did not finish the change set {plan.ChangeSet}; the stack {plan.Stack} is as it was.");
    }

    private void Explain(string reason)
    {
        if (!reason.Contains("didn't contain changes", StringComparison.Ordinal) && !reason.Contains("No updates are to be performed", StringComparison.Ordinal))
            throw new DeploymentException($"CloudFormation refuses the change, and the stack {plan.Stack} is as it was. {AwsMistakes.Explain(reason, plan.Region)}");
        output.WriteLine("  nothing differs");
    }

    private async Task ChangeAsync(CancellationToken cancellation)
    {
        if (!_hasChanges)
            return;
        var watch = new StackWatch(aws, _calls, output, clock);
        await watch.BeginAsync(plan.Stack, cancellation);
        await aws.TextAsync(_calls.Execute(plan.Stack, plan.ChangeSet), cancellation);
        var state = await watch.EndAsync(plan.Stack, cancellation);
        if (state.Status is not ("CREATE_COMPLETE" or "UPDATE_COMPLETE"))
            throw await FailureAsync(state, watch, cancellation);
    }

    private async Task<DeploymentException> FailureAsync(StackState state, StackWatch watch, CancellationToken cancellation)
    {
        var faults = await watch.FaultsAsync(state.Id, cancellation);
        var now = state.Status switch
        {
            "UPDATE_ROLLBACK_COMPLETE" => $"{plan.Stack} went back to what it was before, and serves as before.",
            "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" => $"{plan.Stack} was never made and is in {state.Status}: run destroy for the stage before deploying again.",
            "UPDATE_ROLLBACK_FAILED" => $"{plan.Stack} could not go back: correct the cause, run aws cloudformation continue-update-rollback --stack-name {plan.Stack} --region {plan.Region}, then deploy again.",
            _ => $"{plan.Stack} is in {state.Status}.",
        };
        return new DeploymentException(string.Join('\n', faults.Select(fault => AwsMistakes.Explain(fault, plan.Region)).DefaultIfEmpty("CloudFormation gives no reason.").Append(now)));
    }
}

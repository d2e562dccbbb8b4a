using Framework.Deployment.Aws;
using Framework.Deployment.Model;
using Framework.Deployment.Processes;

namespace Framework.Deployment.Deploying;

/// <summary>The steps that change one stack: a change set, its execution, and the wait for its end.</summary>
/// <param name="stack">The stack's name.</param>
/// <param name="region">Its region.</param>
/// <param name="changeSet">The name of the change set.</param>
/// <param name="make">The command that makes the change set.</param>
/// <param name="note">What a dry run says of that command, or null.</param>
/// <param name="aws">The CLI.</param>
/// <param name="output">Takes the progress.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class StackChange(
    string stack, string region, string changeSet, Func<ProgramCall> make, string? note, AwsCli aws, TextWriter output, TimeProvider clock)
{
    // A change set of many nested stacks takes a minute or two.
    private const int MaxLooks = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly AwsCalls _calls = new(region);

    private bool _hasChanges;

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<DeployStep> Steps =>
    [
        new($"Prepare the change of {stack}",
            [
                new(make(), note),
                new(_calls.ChangeSet(stack, changeSet), "Until it is complete; where it failed or nothing differs, it is deleted:"),
            ],
            PrepareAsync,
            $"The stack {stack} is as it was."),
        new($"Change {stack}",
            [
                _calls.Execute(stack, changeSet),
                new(_calls.Stack(stack), "Until nothing is in progress:"),
                _calls.Events(stack),
            ],
            ChangeAsync,
            $"What CloudFormation has begun on {stack}, it finishes by itself."),
    ];

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await aws.TextAsync(make(), cancellation);
        for (var look = 0; look < MaxLooks; look++)
        {
            var set = await aws.JsonAsync(_calls.ChangeSet(stack, changeSet), cancellation);
            switch (set["Status"]?.GetValue<string>())
            {
                case "CREATE_COMPLETE":
                    _hasChanges = true;
                    return;
                case "FAILED":
                    await aws.TextAsync(_calls.DeleteChangeSet(stack, changeSet), cancellation);
                    Explain(set["StatusReason"]?.GetValue<string>() ?? "");
                    return;
            }
            await Task.Delay(Pause, clock, cancellation);
        }
        throw new DeploymentException($"CloudFormation did not finish the change set {changeSet}; the stack {stack} is as it was.");
    }

    private void Explain(string reason)
    {
        if (!reason.Contains("didn't contain changes", StringComparison.Ordinal) && !reason.Contains("No updates are to be performed", StringComparison.Ordinal))
            throw new DeploymentException($"CloudFormation refuses the change, and the stack {stack} is as it was. {AwsMistakes.Explain(reason, region)}");
        output.WriteLine("  nothing differs");
    }

    private async Task ChangeAsync(CancellationToken cancellation)
    {
        if (!_hasChanges)
            return;
        var watch = new StackWatch(aws, _calls, output, clock);
        await watch.BeginAsync(stack, cancellation);
        await aws.TextAsync(_calls.Execute(stack, changeSet), cancellation);
        var state = await watch.EndAsync(stack, cancellation);
        if (state.Status is not ("CREATE_COMPLETE" or "UPDATE_COMPLETE"))
            throw await FailureAsync(state, watch, cancellation);
    }

    private async Task<DeploymentException> FailureAsync(StackState state, StackWatch watch, CancellationToken cancellation)
    {
        var faults = await watch.FaultsAsync(state.Id, cancellation);
        var now = state.Status switch
        {
            "UPDATE_ROLLBACK_COMPLETE" => $"{stack} went back to what it was before, and serves as before.",
            "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" or "CREATE_FAILED" => $"{stack} was never made and is in {state.Status}: run destroy for the stage before deploying again.",
            "UPDATE_ROLLBACK_FAILED" => $"{stack} could not go back: correct the cause, run aws cloudformation continue-update-rollback --stack-name {stack} --region {region}, then deploy again.",
            _ => $"{stack} is in {state.Status}.",
        };
        return new DeploymentException(string.Join('\n', faults.Select(fault => AwsMistakes.Explain(fault, region)).DefaultIfEmpty("CloudFormation gives no reason.").Append(now)));
    }
}

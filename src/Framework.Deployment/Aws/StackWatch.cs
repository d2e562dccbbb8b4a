using System.Text.Json.Nodes;
using Framework.Deployment.Model;

namespace Framework.Deployment.Aws;

/// <summary>Watches a stack until nothing is at work on it, and prints what becomes of its resources.</summary>
/// <param name="aws">The CLI.</param>
/// <param name="calls">Its commands.</param>
/// <param name="output">Takes the progress.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class StackWatch(AwsCli aws, AwsCalls calls, TextWriter output, TimeProvider clock)
{
    // A distribution of CloudFront takes 15 minutes, and each nested stack a few.
    private const int MaxLooks = 1200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _seen = [];

    /// <summary>Takes the events that are there as seen, before a change begins.</summary>
    public async Task BeginAsync(string stack, CancellationToken cancellation) => _seen.UnionWith((await EventsAsync(stack, cancellation)).Select(one => one.Id));

    /// <summary>Waits for the end of what is at work.</summary>
    /// <returns>The stack at the end.</returns>
    /// <exception cref="DeploymentException">It takes too long.</exception>
    public async Task<StackState> EndAsync(string stack, CancellationToken cancellation)
    {
        for (var look = 0; look < MaxLooks; look++)
        {
            var state = StackState.Read(await aws.JsonAsync(calls.Stack(stack), cancellation));
            await PrintAsync(stack, cancellation);
            // A stack that is only a draft was not begun yet.
            if (!state.IsBusy && !state.IsDraft)
                return state;
            await Task.Delay(Pause, clock, cancellation);
        }
        throw new DeploymentException($"CloudFormation still works on {stack} after {Pause.TotalMinutes * MaxLooks:0} minutes; it goes on by itself. Run the command again when it is done.");
    }

    /// <summary>Why the last change failed: the reason of each resource that failed first, in nested stacks too.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string stack, CancellationToken cancellation)
    {
        var faults = new List<string>();
        // The newest event comes first; the change begins with that of the stack itself.
        var events = await EventsAsync(stack, cancellation);
        var begin = events.FindIndex(one => one.Resource.PhysicalId == stack && one.Status is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" or "DELETE_IN_PROGRESS");
        foreach (var fault in events.Take(begin < 0 ? events.Count : begin).Where(one => one.IsFault && one.Resource.PhysicalId != stack).Reverse())
        {
            if (fault.Resource is { Type: "AWS::CloudFormation::Stack", PhysicalId.Length: > 0 })
                faults.AddRange(await FaultsAsync(fault.Resource.PhysicalId, cancellation));
            else
                faults.Add($"{fault.Resource.LogicalId}: {fault.Reason}");
        }
        return faults;
    }

    private async Task PrintAsync(string stack, CancellationToken cancellation)
    {
        foreach (var one in (await EventsAsync(stack, cancellation)).Where(one => _seen.Add(one.Id) && one.IsEnd).Reverse())
            await output.WriteLineAsync($"  {one.Status,-15} {one.Resource.LogicalId} ({one.Resource.Type})");
    }

    private async Task<List<StackEvent>> EventsAsync(string stack, CancellationToken cancellation) =>
        [.. ((await aws.JsonAsync(calls.Events(stack), cancellation))["StackEvents"] as JsonArray ?? []).Select(one => StackEvent.Read(one!))];
}

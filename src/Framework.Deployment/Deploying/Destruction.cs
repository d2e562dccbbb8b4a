using System.Text.Json.Nodes;
using Framework.Deployment.Aws;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Model;
using Framework.Deployment.Processes;

namespace Framework.Deployment.Deploying;

/// <summary>Deletes the stack of a stage. What its template keeps, tables and users, stays unless its deletion is asked for.</summary>
/// <param name="target">The stage and its stack.</param>
/// <param name="aws">The CLI.</param>
/// <param name="answers">Where a person types; null where nobody does.</param>
/// <param name="output">Takes the progress.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class Destruction(Target target, AwsCli aws, TextReader? answers, TextWriter output, TimeProvider clock)
{
    private readonly AwsCalls _calls = new(target.Region);

    /// <summary>Deletes.</summary>
    /// <param name="templates">The service's templates: a stack with another description is not its own.</param>
    /// <param name="options">What the command line says.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DeploymentException">It failed; the message says what is where.</exception>
    public async Task RunAsync(TemplateSet templates, DestroyOptions options, CancellationToken cancellation)
    {
        var reader = new StackReader(aws, _calls);
        StackState? stack, firewall;
        IReadOnlyList<StackResource> all = [], kept = [];
        try
        {
            await aws.TextAsync(_calls.Account(), cancellation);
            stack = await FindAsync(reader, target.Stack, templates.Root, cancellation);
            firewall = templates.Firewall is { } template
                ? await FindAsync(new StackReader(aws, new AwsCalls(FirewallStack.Region)), FirewallStack.Name(target.Stack), template, cancellation)
                : null;
            if (stack is { IsProtected: true } && !options.AllowsProtected)
                throw new DeploymentException($"{target.Stack} is protected from deletion: add --allow-protected. Nothing was changed.");
            if (stack is { IsDraft: false })
            {
                all = await reader.ResourcesAsync(target.Stack, cancellation);
                kept = KeptResources.Of(await reader.TemplatesAsync(target.Stack, cancellation), all);
            }
        }
        catch (AwsException exception)
        {
            throw new DeploymentException($"{AwsMistakes.Explain(exception.Message, target.Region)}\nNothing was changed in AWS.");
        }
        if (stack is null && firewall is null)
        {
            await output.WriteLineAsync($"There is no stack {target.Stack} in {target.Region}: nothing to destroy.");
            return;
        }
        await SayAsync(kept, options);
        if (!options.IsConfirmed)
            new Confirmation(answers, output).Ask($"This deletes {target.Stack} in {target.Region}.", target.Stack);
        var steps = (stack is null ? [] : Stack(stack, all, kept)).Concat(firewall is null ? [] : [Delete(firewall, FirewallStack.Name(target.Stack), FirewallStack.Region)])
            .Concat(options.DeletesData ? Data(kept) : []);
        await new StepRun(output, target.Region).RunAsync(steps, cancellation);
    }

    private static async Task<StackState?> FindAsync(StackReader reader, string name, JsonObject template, CancellationToken cancellation)
    {
        var stack = await reader.FindAsync(name, cancellation);
        if (stack is not null)
            StackCheck.Destroy(stack, name, template["Description"]!.GetValue<string>());
        return stack;
    }

    private async Task SayAsync(IReadOnlyList<StackResource> kept, DestroyOptions options)
    {
        if (kept.Count == 0)
            return;
        await output.WriteLineAsync(options.DeletesData ? "With the stack, this data is deleted for ever:" : "This data stays in the account:");
        foreach (var resource in kept)
            await output.WriteLineAsync($"  {resource.PhysicalId} ({resource.Type})");
    }

    private IEnumerable<DeployStep> Stack(StackState stack, IReadOnlyList<StackResource> all, IReadOnlyList<StackResource> kept)
    {
        if (stack.IsProtected)
            yield return Step("Take the protection off", [_calls.Protect(target.Stack, isProtected: false)], $"{target.Stack} is as it was.");
        foreach (var bucket in all.Where(resource => resource is { Type: "AWS::S3::Bucket", PhysicalId.Length: > 0 } && !kept.Contains(resource)))
            yield return Step($"Empty the bucket {bucket.PhysicalId}", [_calls.EmptyBucket(bucket.PhysicalId)], $"{target.Stack} is there; a part of the bucket may be gone.");
        yield return Delete(stack, target.Stack, target.Region);
    }

    private IEnumerable<DeployStep> Data(IReadOnlyList<StackResource> kept)
    {
        foreach (var resource in kept)
        {
            var calls = KeptResources.Deletion(_calls, resource);
            yield return calls.Count == 0
                ? new DeployStep($"{resource.PhysicalId} ({resource.Type}) is not deleted by this command: delete it in the console", [], _ => Task.CompletedTask, "")
                : Step($"Delete {resource.PhysicalId}", calls, $"{target.Stack} is deleted. Delete what is left of its data by hand: {string.Join(" && ", calls)}");
        }
    }

    private DeployStep Delete(StackState stack, string name, string region)
    {
        var calls = new AwsCalls(region);
        return new DeployStep($"Delete {name}", [calls.DeleteStack(name)], cancellation => DeleteAsync(stack, name, calls, cancellation),
            $"What CloudFormation has begun on {name}, it finishes by itself.");
    }

    private DeployStep Step(string name, IReadOnlyList<ProgramCall> calls, string left) => new(
        name, [.. calls.Select(call => new PlannedCall(call))], async cancellation =>
        {
            foreach (var call in calls)
                await IgnoreAbsentAsync(call, cancellation);
        }, left);

    // What is gone already need not be deleted.
    private async Task IgnoreAbsentAsync(ProgramCall call, CancellationToken cancellation)
    {
        try
        {
            await aws.TextAsync(call, cancellation);
        }
        catch (AwsException exception) when (exception.Code is "ResourceNotFoundException" or "NoSuchBucket")
        {
            await output.WriteLineAsync("  it is gone already");
        }
    }

    private async Task DeleteAsync(StackState stack, string name, AwsCalls calls, CancellationToken cancellation)
    {
        var watch = new StackWatch(aws, calls, output, clock);
        await watch.BeginAsync(stack.Id, cancellation);
        await aws.TextAsync(calls.DeleteStack(name), cancellation);
        // By its ARN a stack can be read after it is deleted.
        var end = await watch.EndAsync(stack.Id, cancellation);
        if (end.Status == "DELETE_COMPLETE")
            return;
        var faults = (await watch.FaultsAsync(stack.Id, cancellation)).Select(fault => AwsMistakes.Explain(fault, target.Region));
        throw new DeploymentException(string.Join('\n', faults.Append($"{name} is in {end.Status}, with a part of its resources.")));
    }
}

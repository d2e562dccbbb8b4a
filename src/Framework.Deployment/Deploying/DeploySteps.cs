using Framework.Deployment.Aws;

namespace Framework.Deployment.Deploying;

/// <summary>All steps of a deployment, in order. A step that another part of the deployment needs joins here.</summary>
/// <param name="plan">What is deployed.</param>
/// <param name="aws">The CLI.</param>
/// <param name="output">Takes the progress.</param>
/// <param name="clock">The time between two looks.</param>
internal sealed class DeploySteps(DeployPlan plan, AwsCli aws, TextWriter output, TimeProvider clock)
{
    private readonly AwsCalls _calls = new(plan.Region);
    private readonly DeployFacts _facts = new();

    /// <summary>The steps. Each is made when the one before has run, for it may need what that one found.</summary>
    public IEnumerable<DeployStep> All()
    {
        foreach (var step in new PackageSteps(plan, aws, output).All.Concat(Firewall()).Concat(Page()?.Before ?? []))
            yield return step;
        foreach (var step in Stack().Steps.Concat(Protection()))
            yield return step;
        yield return ReadOutputs(plan.Stack, plan.Region, print: true);
        // A release that is named on the command line is in the bucket already.
        foreach (var part in Enumerable.Range(0, Page()?.After.Count ?? 0))
            yield return Page()!.After[part];
    }

    private StackChange Stack() => new(
        plan.Stack, plan.Region, plan.ChangeSet,
        () => _calls.MakeChangeSet(plan.Stack, plan.ChangeSet, plan.IsNew, plan.TemplateUrl, plan.Parameters.Select(parameter => _facts.Fill(parameter).Shorthand)),
        plan.IsUnknown ? "With UPDATE for CREATE where the stack is there:" : null, aws, output, clock);

    private IEnumerable<DeployStep> Firewall()
    {
        if (plan.FirewallFile is not { } file)
            return [];
        var stack = FirewallStack.Name(plan.Stack);
        var calls = new AwsCalls(FirewallStack.Region);
        var change = new StackChange(
            stack, FirewallStack.Region, plan.ChangeSet, () => calls.MakeSmallChangeSet(stack, plan.ChangeSet, plan.IsFirewallNew, file),
            plan.IsUnknown ? "With UPDATE for CREATE where the stack is there:" : null, aws, output, clock);
        return [.. change.Steps, ReadOutputs(stack, FirewallStack.Region, print: false)];
    }

    private PageSteps? Page() => plan.Page is { } page ? new PageSteps(plan, page, _facts, aws) : null;

    private IEnumerable<DeployStep> Protection() => plan.IsProtected
        ? [new DeployStep("Protect the stack from deletion",
            [_calls.Protect(plan.Stack, isProtected: true)],
            cancellation => aws.TextAsync(_calls.Protect(plan.Stack, isProtected: true), cancellation),
            $"{plan.Stack} is deployed, and not protected from deletion yet.")]
        : [];

    private DeployStep ReadOutputs(string stack, string region, bool print)
    {
        var call = new AwsCalls(region).Stack(stack);
        return new DeployStep($"Read the outputs of {stack}", [call], async cancellation =>
        {
            foreach (var (name, value) in StackState.Read(await aws.JsonAsync(call, cancellation)).Outputs)
            {
                _facts[name] = value;
                if (print)
                    await output.WriteLineAsync($"  {name}: {value}");
            }
        }, $"{stack} is deployed.");
    }
}

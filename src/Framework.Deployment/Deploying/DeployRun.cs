using System.Globalization;
using Framework.Deployment.Aws;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Comparison;
using Framework.Deployment.Model;
using Framework.Deployment.Packaging;
using Framework.Deployment.Processes;
using Framework.Deployment.Stages;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Deploying;

/// <summary>Deploys a service: checks all that can be checked, makes the package, compares, and then changes AWS step by step.</summary>
/// <param name="model">What is deployed.</param>
/// <param name="project">The service's project.</param>
/// <param name="programs">Starts programs.</param>
/// <param name="variable">Gives an environment variable, or null.</param>
/// <param name="answers">Where a person types; null where nobody does.</param>
/// <param name="output">Takes the progress.</param>
/// <param name="clock">The time.</param>
internal sealed class DeployRun(
    DeploymentModel model,
    ServiceProject project,
    ProgramRunner programs,
    Func<string, string?> variable,
    TextReader? answers,
    TextWriter output,
    TimeProvider clock)
{
    // In a dry run the account is a variable of the shell.
    private const string UnknownAccount = "$ACCOUNT";

    private readonly AwsCli _aws = new(programs);

    /// <exception cref="DeploymentException">It failed; the message says at which step and what is where.</exception>
    public async Task RunAsync(DeployOptions options, CancellationToken cancellation)
    {
        var stage = Merge(StageFile.Read(project.Folder, options.Stage), options);
        if (options.IsDryRun)
            await PrintAsync(stage, options, cancellation);
        else
            await DeployAsync(stage, options, cancellation);
    }

    private async Task PrintAsync(Stage stage, DeployOptions options, CancellationToken cancellation)
    {
        var target = await Target.FindAsync(stage, model.Service, options.Region, variable, aws: null, cancellation);
        var plan = Plan(target, UnknownAccount, stack: null, await PackageAsync(options, cancellation), isDryRun: true);
        var calls = new AwsCalls(target.Region);
        await output.WriteLineAsync($"# {model.Service} would become the stack {target.Stack}. None of these commands was run.");
        foreach (var parameter in plan.Parameters.Where(parameter => parameter.Value == $"${parameter.Key}" && parameter.Key != PageResources.Firewall))
            await output.WriteLineAsync($"# {parameter.Key} has no value: --parameter {parameter.Key}=VALUE");
        var run = new StepRun(output, target.Region);
        var toRead = new List<PlannedCall> { AwsCalls.Version() };
        if (target.Region.StartsWith('$'))
            toRead.Add(new PlannedCall(AwsCalls.ConfiguredRegion(), Variable: "REGION"));
        toRead.AddRange([
            new(calls.Account(), Variable: "ACCOUNT"), calls.Stack(target.Stack),
            new(calls.Template(target.Stack), "Where the stack is there, to compare; of its nested stacks too:"), calls.Resources(target.Stack)]);
        run.Print([new DeployStep("See who deploys, and what is there", toRead, _ => Task.CompletedTask, "")]);
        run.Print(new DeploySteps(plan, _aws, output, clock).All());
    }

    private async Task DeployAsync(Stage stage, DeployOptions options, CancellationToken cancellation)
    {
        await _aws.CheckAsync(cancellation);
        var target = await Target.FindAsync(stage, model.Service, options.Region, variable, _aws, cancellation);
        var plan = await PrepareAsync(target, options, cancellation);
        await new StepRun(output, target.Region).RunAsync(new DeploySteps(plan, _aws, output, clock).All(), cancellation);
    }

    // Nothing is changed in AWS until the plan stands.
    private async Task<DeployPlan> PrepareAsync(Target target, DeployOptions options, CancellationToken cancellation)
    {
        try
        {
            var calls = new AwsCalls(target.Region);
            var account = await _aws.TextAsync(calls.Account(), cancellation);
            await output.WriteLineAsync($"{model.Service} to the stack {target.Stack}, account {account}, {target.Region}");
            var reader = new StackReader(_aws, calls);
            var stack = await reader.FindAsync(target.Stack, cancellation);
            StackCheck.Deploy(stack, target.Stack, target.Stage.Name, Templates(target.Stage, null).Root["Description"]!.GetValue<string>(), target.Region);
            stack = stack is { IsDraft: true } ? null : stack;
            // Before the package, which takes a minute: a value that is missing needs none.
            _ = Parameters(target, account, stack, new UploadFolder("", "", ""), isDryRun: false);
            var package = await PackageAsync(options, cancellation);
            var plan = Plan(target, account, stack, package, isDryRun: false);
            if (plan.FirewallFile is not null)
            {
                var name = FirewallStack.Name(target.Stack);
                var firewall = await new StackReader(_aws, new AwsCalls(FirewallStack.Region)).FindAsync(name, cancellation);
                StackCheck.Deploy(firewall, name, target.Stage.Name, Templates(target.Stage, null).Firewall!["Description"]!.GetValue<string>(), FirewallStack.Region);
                plan = plan with { IsFirewallNew = firewall is null or { IsDraft: true } };
            }
            if (stack is not null)
                await CompareAsync(reader, target, stack, plan, options, cancellation);
            if (target.Stage.IsProtected && !options.IsConfirmed)
                new Confirmation(answers, output).Ask($"This deploys to {target.Stage.Name}, {target.Stack} in {target.Region}.", target.Stage.Name);
            return plan;
        }
        catch (AwsException exception)
        {
            throw new DeploymentException($"{AwsMistakes.Explain(exception.Message, target.Region)}\nNothing was changed in AWS.");
        }
    }

    private async Task CompareAsync(
        StackReader reader, Target target, StackState stack, DeployPlan plan, DeployOptions options, CancellationToken cancellation)
    {
        var values = stack.Parameters.ToDictionary();
        foreach (var parameter in plan.Parameters.Where(parameter => parameter.Value?.StartsWith('$') == false))
            values[parameter.Key] = parameter.Value!;
        var templates = Templates(target.Stage, null);
        var deployed = await FirewallStack.DeployedAsync(templates, target.Stack, reader, _aws, cancellation);
        var changes = TemplateComparison.Compare(deployed, templates.Files.ToDictionary(), stack.Parameters, values);
        ComparisonText.Write(output, changes);
        Confirmation.Demand(changes, options.Allowed);
    }

    private DeployPlan Plan(Target target, string account, StackState? stack, Package package, bool isDryRun)
    {
        if (model.Page is not null)
            StackName.CheckPage(target.Stack);
        var templates = Templates(target.Stage, package.Hash[..16]);
        var upload = UploadFolder.Write(Path.Combine(project.WorkFolder, "upload"), package, TemplateFiles.Of(templates), StackName.Part(model.Service));
        var parameters = Parameters(target, account, stack, upload, isDryRun);
        CertificateCheck.Check(templates.Files.Select(template => template.Value), parameters, target.Region);
        return new DeployPlan(
            target.Stack, target.Region, account, Bucket(target, account), upload.Folder, StackName.Part(model.Service), upload.TemplateKey, parameters,
            $"deploy-{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}")
        {
            IsNew = stack is null,
            IsUnknown = isDryRun,
            IsProtected = target.Stage.IsProtected,
            Page = model.Page is { } page && !target.Stage.Parameters.ContainsKey(PageResources.Release)
                ? PageRelease.Write(page.Folder, Path.Combine(project.WorkFolder, "page"))
                : null,
            PageBucket = stack?.Outputs.GetValueOrDefault("PageBucket"),
            FirewallFile = templates.Firewall is not null && !target.Stage.Parameters.ContainsKey(PageResources.Firewall)
                ? Path.Combine(upload.Folder, "templates", TemplateFiles.Of(templates).Hash, $"{TemplateSet.FirewallName}.yaml")
                : null,
            IsFirewallNew = true,
        };
    }

    private IReadOnlyList<ParameterValue> Parameters(Target target, string account, StackState? stack, UploadFolder upload, bool isDryRun)
    {
        var root = Templates(target.Stage, null).Root;
        var fallback = new Dictionary<string, string>();
        if (root["Parameters"]?["SignInPrefix"] is not null && stack is null && !target.Stage.Parameters.ContainsKey("SignInPrefix"))
            fallback["SignInPrefix"] = StackName.SignInPrefix(model.Service, target.Stage.Name, account);
        var own = new Dictionary<string, string> { ["CodeBucket"] = Bucket(target, account), ["CodeKey"] = upload.CodeKey, ["TemplatePrefix"] = upload.TemplatePrefix };
        var computed = new Dictionary<string, string> { [PageResources.Firewall] = $"${PageResources.Firewall}" };
        if (model.Page is { } page)
            computed[PageResources.Release] = PageRelease.Hash(page.Folder);
        return ParameterValues.Find(root, own, computed, target.Stage.Parameters, fallback, stack, isDryRun);
    }

    private async Task<Package> PackageAsync(DeployOptions options, CancellationToken cancellation)
    {
        var target = PackageTarget.Of(model);
        if (options.Package is { } file)
            return PackageReader.Read(file, target, project.ContainerCommand(target));
        await output.WriteLineAsync($"# Publishing {model.Service} for {target.Processor}");
        return await new Publication(project, programs).MakeAsync(target, Path.Combine(project.WorkFolder, $"{model.Service}.zip"), cancellation);
    }

    private TemplateSet Templates(Stage stage, string? hash) => StageProtection.For(TemplateWriter.Write(model, hash), stage);

    private static string Bucket(Target target, string account) => target.Stage.Bucket ?? $"framework-{account}-{target.Region}";

    private static Stage Merge(Stage stage, DeployOptions options)
    {
        var parameters = stage.Parameters.ToDictionary();
        foreach (var (name, value) in options.Parameters)
            parameters[name] = value;
        return stage with { Parameters = parameters, Bucket = options.Bucket ?? stage.Bucket };
    }
}

using System.CommandLine;
using Framework.Deployment.Stages;

namespace Framework.Deployment.Commands;

/// <summary>The options that say where a command works.</summary>
internal sealed class StageOptions
{
    private const string Default = "dev";

    /// <summary>Makes them.</summary>
    public StageOptions() => Stage.Validators.Add(result =>
    {
        if (!StackName.IsStage(result.GetValueOrDefault<string>() ?? ""))
            result.AddError("--stage takes a name of 1 to 20 small letters, digits and hyphens, which begins with a letter.");
    });

    public Option<string> Stage { get; } = new("--stage")
    {
        Description = "The stage; the stack is SERVICE-STAGE. prod is protected.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Default,
    };

    public Option<string> Region { get; } = new("--region")
    {
        Description = "The region; else that of deployment.json, AWS_REGION, or the AWS CLI's settings.",
        HelpName = "NAME",
    };
}

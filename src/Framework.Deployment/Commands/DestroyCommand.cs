using System.CommandLine;
using Framework.Deployment.Aws;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Deploying;
using Framework.Deployment.Stages;

namespace Framework.Deployment.Commands;

/// <summary><c>destroy</c>: deletes the stack of a stage.</summary>
internal static class DestroyCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var where = new StageOptions();
        var data = new Option<bool>("--delete-data") { Description = "Deletes tables, users and buckets too; without it, they stay." };
        var yes = new Option<bool>("--yes") { Description = "Asks nobody." };
        var isProtected = new Option<bool>("--allow-protected") { Description = "Deletes a stage that is protected." };
        return new Command("destroy", "Deletes what deploy made. Data stays, unless it is asked for otherwise.")
        {
            where.Stage, where.Region, data, yes, isProtected,
        }.Runs(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var model = surroundings.Model;
            var stage = StageFile.Read(surroundings.Project().Folder, parsed.GetValue(where.Stage)!);
            var aws = new AwsCli(surroundings.Programs);
            await aws.CheckAsync(cancellation);
            var target = await Target.FindAsync(stage, model.Service, parsed.GetValue(where.Region), surroundings.Variable, aws, cancellation);
            await new Destruction(target, aws, surroundings.Answers, output, surroundings.Clock).RunAsync(
                TemplateWriter.Write(model), new DestroyOptions(parsed.GetValue(data), parsed.GetValue(yes), parsed.GetValue(isProtected)), cancellation);
        });
    }
}

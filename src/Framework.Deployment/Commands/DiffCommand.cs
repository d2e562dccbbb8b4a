using System.CommandLine;
using System.Text.Json.Nodes;
using Framework.Deployment.Aws;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Comparison;
using Framework.Deployment.Deploying;
using Framework.Deployment.Model;
using Framework.Deployment.Stages;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Commands;

/// <summary><c>diff</c>: compares the code with what is deployed.</summary>
internal static class DiffCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var where = new StageOptions();
        var against = new Option<string>("--against")
        {
            Description = "A folder of templates to compare with, as the command template writes it; AWS is not asked.",
            HelpName = "FOLDER",
        };
        return new Command("diff", "Compares the service with what is deployed: what a deployment would add, change and remove.")
        {
            where.Stage, where.Region, against,
        }.Runs(async (parsed, cancellation) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var model = surroundings.Model;
            var name = parsed.GetValue(where.Stage)!;
            if (parsed.GetValue(against) is { } folder)
            {
                ComparisonText.Write(output, TemplateComparison.Compare(Read(folder), TemplateWriter.Write(model).Files.ToDictionary()));
                return;
            }
            var stage = StageFile.Read(surroundings.Project().Folder, name);
            await WriteAsync(surroundings, model, stage, parsed.GetValue(where.Region), output, cancellation);
        });
    }

    private static async Task WriteAsync(
        Surroundings surroundings, DeploymentModel model, Stage stage, string? region, TextWriter output, CancellationToken cancellation)
    {
        var aws = new AwsCli(surroundings.Programs);
        await aws.CheckAsync(cancellation);
        var target = await Target.FindAsync(stage, model.Service, region, surroundings.Variable, aws, cancellation);
        try
        {
            var templates = StageProtection.For(TemplateWriter.Write(model), stage);
            var reader = new StackReader(aws, new AwsCalls(target.Region));
            var stack = await reader.FindAsync(target.Stack, cancellation);
            var deployed = stack is null or { IsDraft: true } ? new Dictionary<string, JsonObject>() : await FirewallStack.DeployedAsync(templates, target.Stack, reader, aws, cancellation);
            await output.WriteLineAsync(stack is null ? $"There is no stack {target.Stack} in {target.Region} yet." : $"{target.Stack} in {target.Region}, {stack.Status}");
            ComparisonText.Write(output, TemplateComparison.Compare(deployed, templates.Files.ToDictionary(), stack?.Parameters, Values(stage, stack)));
        }
        catch (AwsException exception)
        {
            throw new DeploymentException(AwsMistakes.Explain(exception.Message, target.Region));
        }
    }

    private static Dictionary<string, string> Values(Stage stage, StackState? stack)
    {
        var values = stack?.Parameters.ToDictionary() ?? [];
        foreach (var (name, value) in stage.Parameters)
            values[name] = value;
        return values;
    }

    private static Dictionary<string, JsonObject> Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        return files.Length == 0
            ? throw new DeploymentException($"{folder} holds no templates: template --output {folder} writes them.")
            : files.ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => YamlReader.Read(File.ReadAllText(file)));
    }
}

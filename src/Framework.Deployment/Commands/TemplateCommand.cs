using System.CommandLine;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Yaml;

namespace Framework.Deployment.Commands;

/// <summary><c>template</c>: writes the templates.</summary>
internal static class TemplateCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var output = new Option<string>("--output")
        {
            Description = "The folder that the templates are written to; without it, they are printed.",
            HelpName = "FOLDER",
        };
        return new Command("template", "Writes the CloudFormation templates of the whole service.") { output }.Runs((parsed, _) =>
        {
            var console = parsed.InvocationConfiguration.Output;
            var files = TemplateFiles.Of(TemplateWriter.Write(surroundings.Model));
            if (parsed.GetValue(output) is { } folder)
                files.Write(folder).ForEach(console.WriteLine);
            else
                Print(console, files);
            return Task.CompletedTask;
        });
    }

    private static void Print(TextWriter output, TemplateFiles files)
    {
        foreach (var (name, text) in files.Texts)
        {
            output.WriteLine($"# {name}");
            output.Write(text);
            output.WriteLine();
        }
    }
}

using System.CommandLine;
using Framework.Deployment.Manifest;

namespace Framework.Deployment.Commands;

/// <summary><c>manifest</c>: writes the manifest.</summary>
internal static class ManifestCommand
{
    public static Command Create(Surroundings surroundings)
    {
        // dotnet run prints a line of its own, so its output is no JSON.
        var output = new Option<string>("--output")
        {
            Description = "The file that the manifest is written to; without it, the manifest is printed.",
            HelpName = "FILE",
        };
        return new Command("manifest", "Writes what the service needs of AWS as JSON, for CDK, Terraform and other tools.") { output }.Runs((parsed, _) =>
        {
            var console = parsed.InvocationConfiguration.Output;
            var manifest = ManifestWriter.Write(surroundings.Model);
            if (parsed.GetValue(output) is not { } file)
            {
                console.Write(manifest);
                return Task.CompletedTask;
            }
            File.WriteAllText(file, manifest);
            console.WriteLine(file);
            return Task.CompletedTask;
        });
    }
}

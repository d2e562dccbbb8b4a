using System.CommandLine;
using Framework.Deployment.CloudFormation;
using Framework.Deployment.Manifest;
using Framework.Deployment.Model;
using Framework.Deployment.Reading;
using Framework.Deployment.Yaml;
using Framework.Hosting;

namespace Framework.Deployment.Commands;

/// <summary>The commands of a service's deployment, beside those of the local cloud.</summary>
internal static class DeploymentCommands
{
    private const int Failure = 1;

    /// <summary>Makes the commands.</summary>
    /// <param name="service">The service, built and not started.</param>
    /// <param name="page">The folder of the page's files; null where the service has no page.</param>
    public static IEnumerable<Command> Create(Func<Microservice> service, string? page) => [Template(service, page), Manifest(service, page)];

    private static Command Template(Func<Microservice> service, string? page)
    {
        var output = new Option<string>("--output")
        {
            Description = "The folder that the templates are written to; without it, they are printed.",
            HelpName = "FOLDER",
        };
        var command = new Command("template", "Writes the CloudFormation templates of the whole service.") { output };
        command.SetAction(parsed => Run(parsed, () =>
        {
            var files = TemplateWriter.Write(ModelReader.Read(service(), page)).Files
                .Select(template => (Name: $"{template.Key}.yaml", Text: YamlWriter.Write(template.Value)));
            if (parsed.GetValue(output) is { } folder)
                Write(parsed.InvocationConfiguration.Output, folder, files);
            else
                Print(parsed.InvocationConfiguration.Output, files);
        }));
        return command;
    }

    private static Command Manifest(Func<Microservice> service, string? page)
    {
        // dotnet run prints a line of its own, so its output is no JSON.
        var output = new Option<string>("--output")
        {
            Description = "The file that the manifest is written to; without it, the manifest is printed.",
            HelpName = "FILE",
        };
        var command = new Command("manifest", "Writes what the service needs of AWS as JSON, for CDK, Terraform and other tools.") { output };
        command.SetAction(parsed => Run(parsed, () =>
        {
            var manifest = ManifestWriter.Write(ModelReader.Read(service(), page));
            if (parsed.GetValue(output) is not { } file)
            {
                parsed.InvocationConfiguration.Output.Write(manifest);
                return;
            }
            File.WriteAllText(file, manifest);
            parsed.InvocationConfiguration.Output.WriteLine(file);
        }));
        return command;
    }

    private static int Run(ParseResult parsed, Action run)
    {
        try
        {
            run();
            return 0;
        }
        catch (DeploymentException exception)
        {
            parsed.InvocationConfiguration.Error.WriteLine(exception.Message);
            return Failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"The files cannot be written: {exception.Message}");
            return Failure;
        }
    }

    private static void Write(TextWriter output, string folder, IEnumerable<(string Name, string Text)> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            output.WriteLine(Path.Combine(folder, name));
        }
    }

    private static void Print(TextWriter output, IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
        {
            output.WriteLine($"# {name}");
            output.Write(text);
            output.WriteLine();
        }
    }
}

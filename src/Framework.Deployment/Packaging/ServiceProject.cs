using System.Reflection;
using Framework.Deployment.Model;

namespace Framework.Deployment.Packaging;

/// <summary>The project that the running service was built from.</summary>
/// <param name="File">The project file.</param>
internal sealed record ServiceProject(string File)
{
    /// <summary>The name of the assembly's metadata that holds the project file, as <c>Framework.Local.targets</c> writes it.</summary>
    public const string Metadata = "Framework.ProjectFile";

    /// <summary>Its folder.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Where packages and templates are made: in the folder of intermediate files, which version control leaves out.</summary>
    public string WorkFolder => Path.Combine(Folder, "obj", "deploy");

    /// <summary>The project of this process.</summary>
    /// <exception cref="DeploymentException">The build does not say, or the project is no longer there.</exception>
    public static ServiceProject OfProcess() => Of(Assembly.GetEntryAssembly());

    /// <summary>The project of an assembly.</summary>
    public static ServiceProject Of(Assembly? assembly)
    {
        var file = assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == Metadata)?.Value
            ?? throw new DeploymentException("This build does not say which project it is of: use dotnet run --project on the service's project, which has the package Framework.Local.");
        return System.IO.File.Exists(file)
            ? new ServiceProject(file)
            : throw new DeploymentException($"The project {file}, from which this was built, is no longer there: build the service again.");
    }

    /// <summary>The command that makes the package in a container of Amazon Linux 2023, whose C library is Lambda's.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-image-repositories.html">
    /// the image repositories of AWS SAM</see>.</remarks>
    public string ContainerCommand(PackageTarget target)
    {
        var root = Root();
        var project = Path.GetRelativePath(root, File).Replace(Path.DirectorySeparatorChar, '/');
        return $"docker run --rm -v \"{root}\":/src -w /src public.ecr.aws/sam/build-dotnet10:latest-{target.Processor} dotnet run --project {project} -- package";
    }

    // What the project may refer to: the repository.
    private string Root()
    {
        for (var folder = Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
                return folder;
        }
        return Folder;
    }
}

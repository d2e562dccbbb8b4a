using System.Runtime.InteropServices;
using Framework.Deployment.Model;
using Framework.Deployment.Processes;
using Framework.Functions;

namespace Framework.Deployment.Packaging;

/// <summary>Publishes the service and makes its package.</summary>
/// <param name="project">The service's project.</param>
/// <param name="programs">Starts .NET's SDK.</param>
internal sealed class Publication(ServiceProject project, ProgramRunner programs)
{
    // A native compilation of a large service takes minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private string Folder => Path.Combine(project.WorkFolder, "publish");

    /// <summary>Makes the package.</summary>
    /// <param name="target">What it is made for.</param>
    /// <param name="file">Where it is written, once it has been checked.</param>
    /// <param name="cancellation">Ends the publish.</param>
    /// <exception cref="DeploymentException">The service cannot be published, or Lambda would not run it.</exception>
    public async Task<Package> MakeAsync(PackageTarget target, string file, CancellationToken cancellation)
    {
        CheckMachine(target);
        // A file of an earlier publish would be packed as well.
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        var result = await programs.RunAsync(Publish(target), cancellation);
        if (result.Code != 0)
            throw new DeploymentException($"dotnet publish failed:\n{result.Tail(20)}\nThe command was: {Publish(target)}");
        var draft = Path.Combine(project.WorkFolder, "package.zip");
        PackageWriter.Write(Folder, draft);
        _ = PackageReader.Read(draft, target, project.ContainerCommand(target));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.Move(draft, file, overwrite: true);
        return PackageReader.Read(file, target, project.ContainerCommand(target));
    }

    /// <summary>The command that publishes.</summary>
    public ProgramCall Publish(PackageTarget target) => new("dotnet",
    [
        "publish", project.File, "-c", "Release", "-o", Folder, "--nologo",
        // The managed runtime brings its own host, and runs the same files on both processors.
        .. target.IsNative ? (string[])["-r", target.RuntimeIdentifier] : ["-p:PublishAot=false", "-p:UseAppHost=false", "--self-contained", "false"],
        // What only developers read stays out of the package.
        "-p:PublishDocumentationFiles=false", "-p:CopyOutputSymbolsToPublishDirectory=false",
    ])
    { Limit = Limit };

    private void CheckMachine(PackageTarget target)
    {
        if (!target.IsNative)
            return;
        if (!OperatingSystem.IsLinux())
            throw new DeploymentException($"Native AOT for Lambda is compiled on Linux: {project.ContainerCommand(target)}");
        var isOwn = RuntimeInformation.OSArchitecture == (target.Architecture == FunctionArchitecture.Arm64 ? Architecture.Arm64 : Architecture.X64);
        var linker = target.Architecture == FunctionArchitecture.Arm64 ? "aarch64-linux-gnu-gcc" : "x86_64-linux-gnu-gcc";
        if (!isOwn && !programs.Has(linker))
            throw new DeploymentException($"This machine cannot link for {target.Processor}, as {linker} is not on the PATH: install it, or build in a container, {project.ContainerCommand(target)}");
    }
}

using System.CommandLine;
using System.Globalization;
using Framework.Deployment.Packaging;
using Framework.Functions;

namespace Framework.Deployment.Commands;

/// <summary><c>package</c>: publishes the service and writes the Lambda package.</summary>
internal static class PackageCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var output = new Option<string>("--output")
        {
            Description = "The zip file; obj/deploy/SERVICE.zip in the project's folder by default.",
            HelpName = "FILE",
        };
        var architecture = new Option<string>("--architecture")
        {
            Description = "The processor, x86_64 or arm64; by default that of [Function].",
            HelpName = "NAME",
        };
        architecture.AcceptOnlyFromAmong("x86_64", "arm64");
        return new Command("package", "Publishes the service and writes the zip file for Lambda.") { output, architecture }.Runs(async (parsed, cancellation) =>
        {
            var console = parsed.InvocationConfiguration.Output;
            var model = surroundings.Model;
            var project = surroundings.Project();
            var target = PackageTarget.Of(model);
            if (parsed.GetValue(architecture) is { } name)
                target = target with { Architecture = name == "arm64" ? FunctionArchitecture.Arm64 : FunctionArchitecture.X64 };
            var file = parsed.GetValue(output) ?? Path.Combine(project.WorkFolder, $"{model.Service}.zip");
            console.WriteLine($"Publishing {model.Service} for {target.Processor}, {(target.IsNative ? "Native AOT" : "managed runtime")}");
            Print(console, await new Publication(project, surroundings.Programs).MakeAsync(target, file, cancellation));
        });
    }

    internal static void Print(TextWriter console, Package package)
    {
        foreach (var entry in package.Entries)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Size,12:N0}  {entry.Name}"));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{package.Size,12:N0}  {package.File}, {package.UnpackedSize:N0} bytes unpacked, contents {package.Hash[..16]}"));
        if (package.Size > Package.MaxDirect)
            console.WriteLine("Lambda takes no more than 50 MB in a direct upload: this package goes through a bucket, as deploy sends it.");
    }
}

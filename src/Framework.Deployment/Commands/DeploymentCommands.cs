using System.CommandLine;
using Framework.Hosting;

namespace Framework.Deployment.Commands;

/// <summary>The commands of a service's deployment, beside those of the local cloud.</summary>
internal static class DeploymentCommands
{
    /// <summary>Makes the commands.</summary>
    /// <param name="service">The service, built and not started.</param>
    public static IEnumerable<Command> Create(Func<Microservice> service) => Create(Surroundings.OfProcess(service));

    /// <summary>Makes the commands in surroundings of their own.</summary>
    public static IEnumerable<Command> Create(Surroundings surroundings) =>
    [
        TemplateCommand.Create(surroundings),
        ManifestCommand.Create(surroundings),
        PackageCommand.Create(surroundings),
        DiffCommand.Create(surroundings),
        DeployCommand.Create(surroundings),
        DestroyCommand.Create(surroundings),
    ];
}

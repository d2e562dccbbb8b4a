using System.CommandLine;
using Framework.Hosting;

namespace Framework.Deployment.Commands;

/// <summary>The commands of a service's deployment, beside those of the local cloud.</summary>
internal static class DeploymentCommands
{
    /// <summary>Makes the commands.</summary>
    /// <param name="service">The service, built and not started.</param>
    /// <param name="page">The folder of the page's files; null where the service has no page.</param>
    public static IEnumerable<Command> Create(Func<Microservice> service, string? page) => Create(Surroundings.OfProcess(service, page));

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

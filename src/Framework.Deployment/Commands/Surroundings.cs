using Framework.Deployment.Model;
using Framework.Deployment.Packaging;
using Framework.Deployment.Processes;
using Framework.Deployment.Reading;
using Framework.Hosting;

namespace Framework.Deployment.Commands;

/// <summary>What the commands need of the machine.</summary>
/// <param name="Service">Gives the service, built and not started.</param>
/// <param name="Page">The folder of the page's files; null where the service has no page.</param>
/// <param name="Project">Gives its project.</param>
/// <param name="Variable">Gives an environment variable, or null.</param>
/// <param name="Answers">Where a person types; null where nobody does.</param>
/// <param name="Clock">The time, for what is waited for.</param>
internal sealed record Surroundings(
    Func<Microservice> Service,
    string? Page,
    Func<ServiceProject> Project,
    Func<string, string?> Variable,
    TextReader? Answers,
    TimeProvider Clock)
{
    /// <summary>Starts programs of the PATH.</summary>
    public ProgramRunner Programs => new(Variable("PATH") ?? "", TimeProvider.System);

    /// <summary>Reads what the service needs of AWS.</summary>
    public DeploymentModel Model => ModelReader.Read(Service(), Page);

    /// <summary>This process's.</summary>
    public static Surroundings OfProcess(Func<Microservice> service, string? page) => new(
        service, page, ServiceProject.OfProcess, name => service().Environment[name], Console.IsInputRedirected ? null : Console.In, TimeProvider.System);
}

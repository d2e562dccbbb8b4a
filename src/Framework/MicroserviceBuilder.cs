using Framework.Cors;
using Framework.Endpoints;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework;

/// <summary>Puts a service together.</summary>
public sealed class MicroserviceBuilder
{
    /// <summary>Begins a service. Generated code calls it, as <c>Microservice.CreateBuilder</c>.</summary>
    /// <param name="name">The service's name: its assembly's.</param>
    /// <param name="args">The command line.</param>
    /// <param name="endpoints">All endpoints of the service.</param>
    /// <param name="local">Runs the service outside Lambda; null where the local cloud is not part of the build.</param>
    public MicroserviceBuilder(string name, IReadOnlyList<string> args, IReadOnlyList<Endpoint> endpoints, LocalHost? local)
    {
        Name = name;
        Args = args;
        AllEndpoints = endpoints;
        Local = local;
    }

    /// <summary>The service's name: the namespace of its metrics. By default its assembly's name.</summary>
    public string Name { get; set; }

    /// <summary>What the handlers' constructors are given.</summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>The JSON types of requests and responses.</summary>
    public JsonTypes Json { get; } = new();

    /// <summary>Which pages of other origins may read the answers: none, until one is allowed.</summary>
    public CorsPolicy Cors { get; } = new();

    /// <summary>The largest body that is read, in bytes; a larger one is answered with 413. 1 MiB by default; an event
    /// with a body over 6 MB never reaches a function.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>What Lambda and the deployment say through environment variables.</summary>
    public LambdaEnvironment Environment { get; init; } = LambdaEnvironment.Process;

    internal IReadOnlyList<string> Args { get; }

    internal IReadOnlyList<Endpoint> AllEndpoints { get; }

    internal LocalHost? Local { get; }

    /// <summary>Ends the building.</summary>
    public Microservice Build() => new(this);
}

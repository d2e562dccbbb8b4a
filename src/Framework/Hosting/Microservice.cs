using Framework.Cors;
using Framework.Description;
using Framework.Json;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Hosting;

/// <summary>A service of many endpoints in one executable.</summary>
public sealed class Microservice
{
    private readonly MicroserviceBuilder _builder;

    internal Microservice(MicroserviceBuilder builder) => _builder = builder;

    /// <summary>The service's name.</summary>
    public string Name => _builder.Name;

    /// <summary>The command line.</summary>
    public IReadOnlyList<string> Args => _builder.Args;

    /// <summary>All endpoints of the service, also those that this process does not serve.</summary>
    public IReadOnlyList<EndpointDescription> Endpoints => [.. _builder.AllEndpoints.Select(endpoint => endpoint.Description)];

    /// <summary>All Lambda authorizers of the service, also those that this process does not serve.</summary>
    public IReadOnlyList<AuthorizerDescription> Authorizers => [.. _builder.Authorizers.Select(authorizer => authorizer.Description)];

    /// <summary>Which pages of other origins may read the responses. The local gateway's own responses follow the policy too.
    /// </summary>
    internal CorsPolicy Cors => _builder.Cors;

    /// <summary>Whether the front door streams responses.</summary>
    internal bool StreamsResponses => _builder.StreamsResponses;

    /// <summary>The services as the author registers them.</summary>
    internal IServiceCollection Services => _builder.Services;

    /// <summary>The JSON types that it reads and writes.</summary>
    internal JsonTypes Json => _builder.Json;

    /// <summary>The environment variables that Lambda and the deployment set.</summary>
    internal LambdaEnvironment Environment => _builder.Environment;

    /// <summary>Serves invocations: in Lambda those of the Runtime API, elsewhere those of the local cloud.</summary>
    /// <returns>The process's exit code.</returns>
    public Task<int> RunAsync()
    {
        _builder.Failures.Ignore();
        if (_builder.Environment.RuntimeApi is { } address)
            return new LambdaHost(this, _builder.Environment, address).RunAsync();
        if (_builder.Local is { } local)
            return local(this);
        Console.Error.WriteLine(
            $"{Name} cannot run here: this is not AWS Lambda (AWS_LAMBDA_RUNTIME_API is not set), and this build has no local cloud. "
            + "A published build never has one: use dotnet run on the project. Where dotnet run itself says so, the project lacks "
            + "the package of the local cloud: <PackageReference Include=\"Framework.Local\" Version=\"...\" "
            + "Condition=\"'$(_IsPublishing)' != 'true'\" />.");
        return Task.FromResult(1);
    }

    /// <summary>Starts the service without a host: for hosts, tests, and a class-library handler of Lambda's
    /// managed .NET runtime.</summary>
    /// <param name="change">Changes the services, after the author's own are added.</param>
    /// <param name="telemetry">Where logs and metrics go; null for standard output.</param>
    /// <exception cref="InvalidOperationException">The service cannot start; the message says why.</exception>
    public RunningService Start(Action<IServiceCollection>? change = null, Stream? telemetry = null)
    {
        _builder.Failures.Ignore();
        return ServiceStart.Start(_builder, change, telemetry);
    }
}

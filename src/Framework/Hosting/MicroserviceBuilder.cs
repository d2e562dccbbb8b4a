using System.ComponentModel;
using Framework.Configuration;
using Framework.Cors;
using Framework.Generated;
using Framework.Http;
using Framework.HttpPipeline;
using Framework.Identity;
using Framework.Json;
using Framework.Problems;
using Framework.Resources;
using Framework.Runtime;
using Framework.Tls;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Hosting;

/// <summary>Puts a service together.</summary>
public sealed class MicroserviceBuilder
{
    private bool _isBuilt;
    private bool? _streamsResponses;

    /// <summary>Begins a service. Generated code calls it, as <c>Microservice.CreateBuilder</c>.</summary>
    /// <param name="name">The service's name: its assembly's.</param>
    /// <param name="args">The command line.</param>
    /// <param name="endpoints">All endpoints of the service.</param>
    /// <param name="local">Runs the service outside Lambda and returns the process's exit code; null where the local cloud is not
    /// part of the build.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MicroserviceBuilder(
        string name, IReadOnlyList<string> args, IReadOnlyList<Endpoint> endpoints, Func<Microservice, Task<int>>? local)
    {
        Name = AssemblyName = name;
        Args = args;
        AllEndpoints = endpoints;
        Json = new JsonTypes(endpoints.SelectMany(endpoint => endpoint.Enums));
        Local = local;
        Failures.Watch();
    }

    /// <summary>The service's name: the namespace of its metrics. By default its assembly's name.</summary>
    /// <exception cref="InvalidOperationException">The service is built.</exception>
    public string Name { get; set => field = Open(value); }

    /// <summary>The services that the handlers' constructors get.</summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>The JSON types of requests and responses.</summary>
    public JsonTypes Json { get; }

    /// <summary>Which pages of other origins may read the responses: none, until an origin is allowed.</summary>
    public CorsPolicy Cors { get; } = new();

    /// <summary>Which problems the exceptions of the service's own code are.</summary>
    public ProblemMap Problems { get; } = new();

    /// <summary>The largest body that is read, in bytes; a larger one gets a 413. 1 MiB by default; an event
    /// with a body over 6 MB never reaches a function.</summary>
    /// <exception cref="InvalidOperationException">The service is built.</exception>
    public int MaxBodyBytes { get; set => field = Open(value); } = 1024 * 1024;

    /// <summary>The path under which a custom domain, a load balancer's rule or CloudFront serves the service, such as
    /// <c>/shop</c>: it is taken off the path before the route is found. By default the environment variable
    /// <c>FRAMEWORK_BASE_PATH</c>; empty where there is none.</summary>
    /// <remarks>An HTTP API takes it off by itself in payload format 2.0. In format 1.0, and behind a REST API, it stays on, see
    /// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">API
    /// Gateway's documentation</see>. A path without it is left as it is.</remarks>
    /// <exception cref="ArgumentException">It does not begin with a slash, or ends with one.</exception>
    /// <exception cref="InvalidOperationException">The service is built.</exception>
    public string BasePath
    {
        get => field ??= Environment["FRAMEWORK_BASE_PATH"] is { } path ? HttpPipeline.BasePath.Checked(path) : "";
        set => field = HttpPipeline.BasePath.Checked(Open(value));
    }

    /// <summary>Whether the front door streams responses: a function URL with <c>InvokeMode: RESPONSE_STREAM</c>, or a REST API whose
    /// integration has <c>ResponseTransferMode: STREAM</c>. By default the environment variable
    /// <c>FRAMEWORK_RESPONSE_STREAMING</c>, <c>true</c> or <c>false</c>; false where there is none.</summary>
    /// <remarks>An event does not say it, and the setting must be that of the front door: such a front door takes every response in the form
    /// of a stream, and another one takes none, see
    /// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html">API Gateway's
    /// documentation</see>. HTTP APIs and load balancers never stream: they get whole responses in either case.</remarks>
    /// <exception cref="FormatException">The variable is neither.</exception>
    /// <exception cref="InvalidOperationException">The service is built.</exception>
    public bool StreamsResponses { get => _streamsResponses ??= Environment.StreamsResponses; set => _streamsResponses = Open(value); }

    /// <summary>Whether a client certificate (mutual TLS) is enough to be signed in, where nothing else names the caller. Off by
    /// default: a certificate may be that of a proxy, which all clients share. <see cref="Caller.Certificate"/> is there in any case.
    /// </summary>
    /// <exception cref="InvalidOperationException">The service is built.</exception>
    public bool TrustsClientCertificates { get; set => field = Open(value); }

    /// <summary>The settings, as Microsoft.Extensions.Configuration has them: <c>appsettings.json</c>,
    /// <c>appsettings.{environment}.json</c> (<see cref="LambdaEnvironment.EnvironmentName"/>), outside Lambda the user
    /// secrets, and the environment variables, of which a later one wins.</summary>
    /// <remarks>They are read when this is first asked for, and from then on a constructor may ask for <c>IConfiguration</c>: a
    /// service without settings holds none of the code that reads them.</remarks>
    /// <exception cref="InvalidDataException">A file is not JSON.</exception>
    /// <exception cref="InvalidOperationException">The service is built, and nobody asked before.</exception>
    public ConfigurationManager Configuration => field ??= ReadConfiguration();

    /// <summary>Adds a developer's own settings outside Lambda. Generated code sets it where the local cloud is part of the
    /// build.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Action<IConfigurationBuilder>? LocalConfiguration { get; init; }

    /// <summary>The environment variables that Lambda and the deployment set.</summary>
    public LambdaEnvironment Environment { get; init; } = LambdaEnvironment.Process;

    /// <summary>Whether <see cref="Configuration"/> is read at once, for constructors and options that ask for it. Generated
    /// code sets it where the service's code does.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool ReadsConfiguration
    {
        get;
        init
        {
            field = value;
            if (value)
                _ = Configuration;
        }
    }

    /// <summary>Where code and libraries call that no constructor names. Generated code sets it in a service that
    /// calls anything at all: others hold none of the code that chooses root certificates.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Egress Egress
    {
        get;
        init
        {
            field = value;
            Roots = TrustedRoots.Choose;
        }
    }

    /// <summary>The Lambda authorizers of the service. Generated code sets them.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<Authorizer> Authorizers { get; init; } = [];

    internal Func<LambdaEnvironment, Egress, TrustedRoots>? Roots { get; private init; }

    internal Func<Request, Response, Response>? Compress { get; private set; }

    internal string AssemblyName { get; }

    internal LifecycleHooks Hooks { get; } = new();

    internal IReadOnlyList<string> Args { get; }

    internal IReadOnlyList<Endpoint> AllEndpoints { get; }

    internal Func<Microservice, Task<int>>? Local { get; }

    internal BuildFailures Failures { get; } = new();

    /// <summary>Compresses the text of responses, with Brotli or gzip as the client's <c>Accept-Encoding</c> says, where the front
    /// door lets the service do it: HTTP APIs, function URLs and load balancers compress nothing themselves.</summary>
    /// <remarks>It is not on by default: it costs CPU and the code is in no binary that does not ask for it. CloudFront compresses
    /// too, and then this is of no use. Do not compress what holds both a secret and what a client has sent (BREACH).</remarks>
    /// <param name="minBytes">How long a body must be; shorter ones are sent as they are.</param>
    /// <exception cref="InvalidOperationException">The service is built.</exception>
    public void CompressResponses(int minBytes = 1024) => Compress = Open<Func<Request, Response, Response>>(new ResponseCompressor(minBytes).Compress);

    /// <summary>Adds what is to be done before the service ends: in Lambda on SIGTERM, before its services are disposed;
    /// last added first. All of it has 250 ms, for Lambda kills the process after 300; what fails is logged and keeps
    /// nothing else from ending. Logs and metrics need no flush, as each line is written at once.</summary>
    /// <remarks>Lambda sends SIGTERM only to a function that has an extension, see
    /// <see href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-shutdown">
    /// its documentation</see>. So a service with a hook registers an internal one that wants no events; a function with SnapStart does
    /// not. Lambda may also end a process without a signal: do nothing here that data depends on. An invocation that is still running
    /// then is one that Lambda has given up, and is not waited for.</remarks>
    /// <param name="hook">Does it, with the service's services.</param>
    public void OnShutdown(Func<IServiceProvider, Task> hook) => Hooks.Shutdown.Push(Open(hook));

    /// <summary>Adds what is to be done before SnapStart takes its snapshot of the started process: warm up, and close
    /// what a copy must not share. Last added first. A failure is a failed start.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-dotnet.html">Lambda's
    /// documentation</see>, which sets the order. Only the executable runs it, and only where the function has
    /// SnapStart.</remarks>
    /// <param name="hook">Does it, with the service's services.</param>
    public void BeforeSnapshot(Func<IServiceProvider, Task> hook) => Hooks.BeforeSnapshot.Push(Open(hook));

    /// <summary>Adds what is to be done in each copy that SnapStart makes of the process, before its first invocation:
    /// connect again, make anew what must differ between copies. In the order of adding, within 10 seconds. A failure
    /// ends the copy.</summary>
    /// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-dotnet.html">Lambda's
    /// documentation</see>.</remarks>
    /// <param name="hook">Does it, with the service's services.</param>
    public void AfterRestore(Func<IServiceProvider, Task> hook) => Hooks.AfterRestore.Enqueue(Open(hook));

    /// <summary>Ends the building: from here on nothing of the builder can be changed.</summary>
    public Microservice Build()
    {
        _isBuilt = true;
        ((ServiceCollection)Services).MakeReadOnly();
        Json.Freeze();
        if (Environment["FRAMEWORK_CORS"] is { Length: > 0 } owner)
            LeaveCorsTo(owner);
        Cors.Freeze();
        Problems.Freeze();
        return new(this);
    }

    private void LeaveCorsTo(string owner)
    {
        Cors.IsLeftToGateway = owner switch
        {
            "gateway" => true,
            "function" => false,
            _ => throw new InvalidOperationException($"FRAMEWORK_CORS is '{owner}': set it to gateway where the gateway has CORS configured, else to function."),
        };
    }

    private ConfigurationManager ReadConfiguration()
    {
        var configuration = ConfigurationSources.Read(Environment, Environment.RuntimeApi is null ? LocalConfiguration : null);
        Services.AddSingleton<IConfiguration>(configuration);
        return configuration;
    }

    private T Open<T>(T value) => _isBuilt
        ? throw new InvalidOperationException("The service is built: change its builder before Build().")
        : value;
}

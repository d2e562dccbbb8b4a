using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Framework.Cors;
using Framework.Description;
using Framework.Generated;
using Framework.Hosting;
using Framework.Http;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Framework.Local.Tests;

/// <summary>A small service that shows what the local cloud gives it.</summary>
internal static partial class TestService
{
    public const string Table = "notes";
    public const string Page = "https://page.example.com";

    /// <summary>Builds the service; a request to <c>/held</c> waits at the gate.</summary>
    public static Microservice Create(Gate? gate = null, params string[] args) => Create(_ => { }, gate, streams: false, args);

    /// <summary>Builds the service; where it streams, <c>/stream</c> waits at the gate after its first item.</summary>
    public static Microservice Create(Gate? gate, bool streams, params string[] args) => Create(_ => { }, gate, streams, args);

    /// <summary>Builds the service, with another CORS policy.</summary>
    public static Microservice Create(Action<CorsPolicy> cors, Gate? gate = null, bool streams = false, params string[] args)
    {
        var builder = new MicroserviceBuilder("Test.Service", args, Endpoints(gate ?? new Gate()), LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        builder.StreamsResponses = streams;
        builder.Cors.AllowOrigin(Page);
        cors(builder.Cors);
        builder.Services.AddSingleton(new TableResource(Table, new TableKey("owner", "S"), new TableKey("at", "N"), "expires"));
        return builder.Build();
    }

    private static IReadOnlyList<Endpoint> Endpoints(Gate gate) =>
    [
        new HandEndpoint(
            new("AdminsOnly", "GET", "/admins") { Access = new AccessPolicy(false, [["admins"]], []) },
            context => new(Response.Text(200, context.Caller.Id))),
        new HandEndpoint(
            new("Scoped", "GET", "/scoped") { Access = new AccessPolicy(false, [], [["notes/write"]]) },
            context => new(Response.Text(200, context.Caller.Id))),
        // Returns the event itself.
        new HandEndpoint(new("ShowEvent", "POST", "/events/{kind}/{rest+}"), Event),
        new HandEndpoint(new("GetEvent", "GET", "/events"), Event),
        new HandEndpoint(new("OpenEvent", "GET", "/open") { Access = AccessPolicy.Anonymous }, Event),
        new HandEndpoint(new("Fail", "GET", "/fail") { Access = AccessPolicy.Anonymous }, context =>
        {
            AboutTo(context.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Notes"), "fail");
            throw new TimeZoneNotFoundException("secret of the house");
        }),
        new HandEndpoint(new("Log", "GET", "/log") { Access = AccessPolicy.Anonymous }, context =>
        {
            AboutTo(context.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Notes"), context.Request.Query.All("text")[0]);
            return new(Response.Text(200, "logged"));
        }),
        new HandEndpoint(
            new("Throw", "GET", "/throw") { Access = AccessPolicy.Anonymous },
            context => throw new TimeZoneNotFoundException(context.Request.Query.All("text")[0])),
        new HandEndpoint(new("Cookies", "GET", "/cookies") { Access = AccessPolicy.Anonymous }, _ =>
        {
            var response = Response.Bytes(200, new byte[] { 0, 255, 1 }, "application/octet-stream");
            response.Cookies.Add("a=1; Path=/");
            response.Cookies.Add("b=2; Path=/");
            return new(response);
        }),
        new HandEndpoint(new("Held", "GET", "/held") { Access = AccessPolicy.Anonymous, Type = typeof(SlowFunction) }, _ => HoldAsync(gate)),
        new HandEndpoint(new("Brief", "GET", "/brief") { Access = AccessPolicy.Anonymous, Type = typeof(BriefFunction) }, _ => HoldAsync(gate)),
        new HandEndpoint(new("Default", "GET", "/default") { Access = AccessPolicy.Anonymous }, _ => HoldAsync(gate)),
        new HandEndpoint(
            new("Stream", "GET", "/stream") { Access = AccessPolicy.Anonymous },
            context => context.StreamAsync(new ServerSentEvents<string>(Events(gate, context.Cancellation)))),
        new HandEndpoint(
            new("BrokenStream", "GET", "/broken-stream") { Access = AccessPolicy.Anonymous },
            context => context.StreamAsync(new ServerSentEvents<string>(Broken()))),
        new HandEndpoint(new("Upload", "POST", "/upload") { Access = AccessPolicy.Anonymous }, context =>
            new(Response.Text(200, context.Request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        new HandEndpoint(new("Resources", "GET", "/resources") { Access = AccessPolicy.Anonymous }, context =>
            new(Response.Text(200, $"{context.Services.GetRequiredService<LocalResources>()}"))),
    ];

    private static async ValueTask<Response> HoldAsync(Gate gate)
    {
        await gate.PassAsync();
        return Response.Text(200, "released");
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(Gate gate, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new SseItem<string>("first");
        await gate.PassAsync().WaitAsync(cancellation);
        yield return new SseItem<string>("last");
    }

    private static async IAsyncEnumerable<SseItem<string>> Broken()
    {
        yield return new SseItem<string>("first");
        await Task.Yield();
        throw new TimeZoneNotFoundException("broken");
    }

    private static ValueTask<Response> Event(CallContext context) =>
        new(Response.Bytes(200, context.Invocation.Payload.ToArray(), "application/json", isText: true));

    [LoggerMessage(LogLevel.Warning, "About to {What}")]
    private static partial void AboutTo(ILogger log, string what);
}

using System.Reflection;
using Amazon.Runtime;
using Framework.Description;
using Framework.Hosting;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.WebSockets.Tests;

public sealed class ConnectionServicesTests
{
    private const string Variable = "FRAMEWORK_CONNECTIONS_ENDPOINT";
    private const string Right = "write https://API.execute-api.REGION.amazonaws.com/STAGE, or https://DOMAIN/BASEPATH for a custom domain.";
    private const string Missing =
        $"The endpoint of IConnections is not known: set {Variable}, or pass it to AddWebSocketConnections; {Right}";

    private static readonly EndpointDescription Sends = new("Say", "POST", "/messages") { Dependencies = [new(typeof(IConnections))] };
    private static readonly EndpointDescription Other = new("List", "GET", "/messages");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_missing_endpoint_is_one_sentence_at_start_where_a_served_endpoint_asks_for_connections()
    {
        Assert.Equal(Missing, StartFault(null, null, Sends));
        Assert.Equal(Missing, StartFault("", null, Sends));
        Assert.Null(StartFault(null, null, Other));
    }

    [Fact]
    public void The_variable_and_the_argument_each_are_an_endpoint()
    {
        Assert.Null(StartFault("https://abc.execute-api.eu-central-1.amazonaws.com/prod", null, Sends));
        Assert.Null(StartFault(null, new Uri("https://ws.example.com/chat"), Sends));
        Assert.Null(StartFault("http://localhost:5000/prod", new Uri("wss://overridden.example.com"), Sends));
    }

    [Theory]
    [InlineData("abc.execute-api.eu-central-1.amazonaws.com/prod")]
    [InlineData("/prod")]
    [InlineData("wss://abc.execute-api.eu-central-1.amazonaws.com/prod")]
    [InlineData("http://abc.execute-api.eu-central-1.amazonaws.com/prod")]
    [InlineData("https://abc.execute-api.eu-central-1.amazonaws.com/prod?a=b")]
    [InlineData("https://abc.execute-api.eu-central-1.amazonaws.com/prod#a")]
    [InlineData("https://me@abc.execute-api.eu-central-1.amazonaws.com/prod")]
    public void What_is_no_endpoint_is_one_sentence_at_start(string text)
    {
        Assert.Equal($"{Variable} is '{text}', which is no endpoint of connections: {Right}", StartFault(text, null, Sends));
        Assert.Equal(
            $"The endpoint that AddWebSocketConnections gets is '{text}', which is no endpoint of connections: {Right}",
            StartFault(null, new Uri(text, UriKind.RelativeOrAbsolute), Sends));
    }

    [Fact]
    public void Connections_of_a_test_s_own_and_the_local_cloud_need_no_endpoint()
    {
        Assert.Null(StartFault(null, null, Sends, services => services.AddSingleton<IConnections>(new None())));
        Assert.Null(StartFault(null, null, Sends, services => services.AddSingleton(new LocalResources(new("http://localhost"), default))));
    }

    [Fact]
    public async Task The_local_cloud_s_address_goes_before_all_others_and_needs_no_account()
    {
        await using var api = await ManagementApi.StartAsync();
        var service = Service.Builder((Variable, "https://abc.execute-api.eu-central-1.amazonaws.com/prod"));
        service.Services.AddWebSocketConnections().AddSingleton(new LocalResources(new("http://localhost"), default) { Connections = new(api.Address, "_local") });
        await using var running = service.Build().Start(telemetry: Stream.Null);

        Assert.True(await running.Services.GetRequiredService<IConnections>().SendAsync("id=", "hello", Cancellation));

        var request = Assert.Single(api.Requests);
        Assert.Equal("/_local/%40connections/id%3D", request.Target);
        Assert.Contains("Credential=local/", request.Headers["authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_local_cloud_the_function_of_each_call_signs_it_and_a_denial_is_its_sentence()
    {
        const string Denial = "Say may not call execute-api:ManageConnections. "
            + "Let its constructor, or that of a service that it asks for, ask for IConnections.";
        await using var api = await ManagementApi.StartAsync();
        var function = "Say";
        var service = Service.Builder();
        service.Services.AddWebSocketConnections()
            .AddSingleton(new LocalResources(new("http://localhost"), default) { Connections = new(api.Address, "_local"), Function = () => function });
        await using var running = service.Build().Start(telemetry: Stream.Null);
        var connections = running.Services.GetRequiredService<IConnections>();
        api.Script.Enqueue(ManagementApi.Error(403, "AccessDeniedException", Denial));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => connections.SendAsync("id=", "hello", Cancellation));
        function = "Leave";
        Assert.True(await connections.SendAsync("id=", "hello", Cancellation));

        Assert.Equal($"API Gateway refused the call to a connection: 403 AccessDeniedException, {Denial}", exception.Message);
        Assert.Equal(["Say", "Leave"], api.Requests.Select(request => request.Headers["authorization"].Split("Credential=")[1].Split('/')[0]));
    }

    [Fact]
    public async Task Credentials_are_found_at_the_first_call_and_not_before()
    {
        var service = Service.Builder((Variable, "http://localhost:1/prod"), ("AWS_REGION", "eu-central-1"));
        service.Services.AddWebSocketConnections().AddSingleton<AWSCredentials>(_ => throw new AmazonClientException("No account here."));
        await using var running = service.Build().Start(telemetry: Stream.Null);
        var connections = running.Services.GetRequiredService<IConnections>();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => connections.SendAsync("id=", "hello", Cancellation));

        Assert.Equal("AWS's credentials are not known: No account here.", exception.Message);
    }

    [Fact]
    public void A_constructor_that_takes_connections_calls_AWS_alone() =>
        Assert.Equal(Egress.Aws, typeof(IConnections).GetCustomAttribute<EgressAttribute>()?.Egress);

    private static string? StartFault(string? variable, Uri? argument, EndpointDescription endpoint, Action<IServiceCollection>? change = null)
    {
        var registrations = new ServiceCollection()
            .AddSingleton(new LambdaEnvironment(name => name == Variable ? variable : null))
            .AddSingleton(new Json.JsonTypes())
            .AddWebSocketConnections(argument);
        change?.Invoke(registrations);
        using var services = registrations.BuildServiceProvider();
        return Record.Exception(() => Assert.Single(services.GetServices<IStartCheck>()).Check(services, [endpoint]))?.Message;
    }

    private sealed class None : IConnections
    {
        public Task<bool> SendAsync<T>(string connectionId, T message, CancellationToken cancellation = default) => Task.FromResult(false);

        public Task<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellation = default) => Task.FromResult(false);

        public Task<IReadOnlyList<string>> SendToAllAsync<T>(IEnumerable<string> connectionIds, T message, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<string>>([]);

        public Task<IReadOnlyList<string>> SendToAllAsync<T>(IAsyncEnumerable<string> connectionIds, T message, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<string>>([]);

        public Task<bool> DisconnectAsync(string connectionId, CancellationToken cancellation = default) => Task.FromResult(false);
    }
}

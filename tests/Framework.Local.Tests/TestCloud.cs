using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Framework.Hosting;
using Framework.Local.CommandLine;
using Framework.Local.Hosting;
using Framework.Local.Output;

namespace Framework.Local.Tests;

/// <summary>The local cloud with the test service on a free port.</summary>
internal sealed class TestCloud : IAsyncDisposable
{
    private readonly LocalServer _server;
    private readonly ConsoleCapture _console;

    private TestCloud(LocalServer server, ConsoleCapture console)
    {
        _server = server;
        _console = console;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(server.Address),
        };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public string Console => _console.ToString();

    public static async Task<TestCloud> StartAsync(
        string? dataFolder = null, Gate? gate = null, bool reset = false,
        LocalFrontDoor frontDoor = LocalFrontDoor.HttpApi, Microservice? service = null, bool streams = false,
        TimeProvider? clock = null)
    {
        var console = new ConsoleCapture();
        var server = await LocalServer.StartAsync(
            service ?? TestService.Create(gate, streams), new LocalOptions(0, dataFolder, reset, frontDoor), new Terminal(console, colours: false), clock: clock);
        return new TestCloud(server, console);
    }

    /// <summary>A token from the address for scripts.</summary>
    public Task<JsonNode> TokensAsync(string user = "alice", string? groups = null) =>
        TokensAsync(new() { ["username"] = user, ["groups"] = groups ?? "" });

    /// <summary>A token for what a form says.</summary>
    public async Task<JsonNode> TokensAsync(Dictionary<string, string> form)
    {
        var response = await Client.PostAsync("/_local/token", new FormUrlEncodedContent(form));
        response.EnsureSuccessStatusCode();
        return (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!;
    }

    /// <summary>Signs the client in.</summary>
    public Task SignInAsync(string user = "alice", string? groups = null) =>
        SignInAsync(new() { ["username"] = user, ["groups"] = groups ?? "" });

    /// <summary>Signs the client in as a form says.</summary>
    public async Task SignInAsync(Dictionary<string, string> form)
    {
        var tokens = await TokensAsync(form);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
    }

    /// <summary>Ends when the console has shown a text: a request's line comes after its response.</summary>
    public Task HasShownAsync(string text) =>
        Waits.UntilAsync(() => Task.FromResult(Console.Contains(text, StringComparison.Ordinal)));

    /// <summary>Puts a changed service in the place of the one that runs, as hot reload does.</summary>
    public Task UpdateAsync(Func<Microservice?> build) => _server.UpdateAsync(build);

    public Task StopAsync() => _server.StopAsync();

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return _server.DisposeAsync();
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Framework.Package.Tests.Watching;

/// <summary>A service under <c>dotnet watch</c>.</summary>
internal sealed class WatchedService : IAsyncDisposable
{
    // A build on a busy machine; nothing here waits for a time to pass.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _shown = [];

    private WatchedService(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, output) => Take(output.Data);
        process.ErrorDataReceived += (_, output) => Take(output.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; private set; } = new();

    /// <summary>Starts a project, and waits until it is up.</summary>
    public static async Task<WatchedService> StartAsync(string folder)
    {
        // The same port before and after a restart, for a token names its issuer by it.
        var start = new ProcessStartInfo("dotnet", $"watch --non-interactive -- --port {FreePort()}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("MSBuildSDKsPath");
        // A build of CI has no hot reload.
        start.Environment.Remove("CI");
        start.Environment["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1";
        var service = new WatchedService(Process.Start(start)!);
        await service.IsUpAsync();
        return service;
    }

    /// <summary>Waits until the service is up, for the first time or after a restart.</summary>
    public async Task IsUpAsync()
    {
        var line = await HasShownAsync("is up at http://localhost:");
        var signedIn = Client.DefaultRequestHeaders.Authorization;
        Client.Dispose();
        Client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()) };
        Client.DefaultRequestHeaders.Authorization = signedIn;
    }

    /// <summary>Calls the service, and checks the status of its response.</summary>
    public async Task RespondsAsync(HttpStatusCode expected, string address)
    {
        using var response = await Client.GetAsync(address);
        while (_lines.Reader.TryRead(out var line))
            _shown.Add(line);
        Assert.True(response.StatusCode == expected, $"{address} is {response.StatusCode}:\n{string.Join('\n', _shown)}");
    }

    /// <summary>Waits until the changed code is served by the process that runs.</summary>
    public Task IsUpdatedAsync() => HasShownAsync("serves the changed code.");

    /// <summary>Signs the client in.</summary>
    public async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "ann" });
        using var response = await Client.PostAsync("/_local/token", form);
        var tokens = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
    }

    private async Task<string> HasShownAsync(string text)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            while (await _lines.Reader.ReadAsync(limit.Token) is { } line)
            {
                _shown.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                    return line;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            Assert.Fail($"dotnet watch did not show '{text}':\n{string.Join('\n', _shown)}");
        }
        return "";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Take(string? line)
    {
        if (line is null)
            _lines.Writer.TryComplete();
        else
            _lines.Writer.TryWrite(line);
    }
}

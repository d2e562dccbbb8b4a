using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Todo.Service.Tests;

/// <summary>The service as dotnet run starts it, with a folder to keep its data in.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private LocalProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<LocalProcess> StartAsync(string folder, string options = "")
    {
        var process = Process.Start(StartInfo($"--port 0 --data \"{folder}\" {options}"))!;
        while (await process.StandardOutput.ReadLineAsync().InTimeAsync() is { } line)
        {
            if (line.IndexOf("http://localhost:", StringComparison.Ordinal) is >= 0 and var at)
            {
                // Nobody reads on, and a full pipe would block the service.
                _ = process.StandardOutput.ReadToEndAsync();
                return new LocalProcess(process, new Uri(line[at..].Trim()));
            }
        }
        throw new InvalidOperationException("The service ended before it was up.");
    }

    /// <summary>Runs the service to its end.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(string arguments)
    {
        using var process = Process.Start(StartInfo(arguments))!;
        process.BeginOutputReadLine();
        var errors = await process.StandardError.ReadToEndAsync().InTimeAsync();
        await process.WaitForExitAsync().InTimeAsync();
        return (process.ExitCode, errors);
    }

    public async Task<HttpClient> SignInAsync(string user)
    {
        var client = new HttpClient { BaseAddress = Address };
        using var form = new FormUrlEncodedContent([new("username", user)]);
        var tokens = JsonNode.Parse(await (await client.PostAsync("/_local/token", form)).Content.ReadAsStringAsync())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!);
        return client;
    }

    /// <summary>Ends the process as kill -9 does.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string arguments) =>
        new("dotnet", $"\"{typeof(CreateTodo).Assembly.Location}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}

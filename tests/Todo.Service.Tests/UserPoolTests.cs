using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Framework.Description;
using Framework.Hosting;
using Framework.Http;
using Framework.Local;
using Framework.Local.CommandLine;
using Framework.Local.Hosting;
using Framework.Local.Output;
using Framework.Local.Tests;
using Framework.Runtime;
using Framework.Tokens;

namespace Todo.Service.Tests;

/// <summary>Users of a user pool: real sign-up, sign-in and refresh, with cognito-local.</summary>
public sealed class UserPoolTests
{
    private const string Email = "ann@example.com";

    [Theory]
    [InlineData("http-api")]
    [InlineData("rest")]
    public async Task A_user_who_signs_up_in_a_pool_has_todos_and_keeps_them_after_a_refresh(string frontDoor)
    {
        Assert.SkipWhen(CognitoLocal.Missing is not null, CognitoLocal.Missing ?? "");
        await using var cognito = await CognitoLocal.StartAsync();
        var (pool, client) = await cognito.CreatePoolAsync();
        await using var service = await LocalProcess.StartAsync(
            Directory.CreateTempSubdirectory("todo-").FullName, $"--front-door {frontDoor} --issuer {cognito.Issuer(pool)} --audience {client}");

        var tokens = await cognito.SignUpAsync(client, Email);
        using var user = Client(service.Address, tokens);
        await TodoApi.CreateAsync(user, "Buy milk");
        var refreshed = await cognito.RefreshAsync(client, (string)tokens["RefreshToken"]!);
        using var again = Client(service.Address, refreshed);

        Assert.NotEqual((string)tokens["AccessToken"]!, (string)refreshed["AccessToken"]!);
        Assert.Equal(["Buy milk"], await TodoApi.TitlesAsync(again));
        using var stranger = Client(service.Address, await cognito.SignUpAsync(client, "bob@example.com"));
        Assert.Empty(await TodoApi.TitlesAsync(stranger));
    }

    [Fact]
    public async Task A_token_of_another_pool_or_client_or_of_the_local_issuer_is_refused()
    {
        Assert.SkipWhen(CognitoLocal.Missing is not null, CognitoLocal.Missing ?? "");
        await using var cognito = await CognitoLocal.StartAsync();
        var (pool, client) = await cognito.CreatePoolAsync();
        var (_, other) = await cognito.CreatePoolAsync();
        var second = await cognito.CallAsync("CreateUserPoolClient", new() { ["UserPoolId"] = pool, ["ClientName"] = "script" });
        await using var service = await LocalProcess.StartAsync(
            Directory.CreateTempSubdirectory("todo-").FullName, $"--issuer {cognito.Issuer(pool)} --audience {client}");

        using var ofPool = Client(service.Address, await cognito.SignUpAsync(other, Email));
        using var ofClient = Client(service.Address, await cognito.SignUpAsync((string)second["UserPoolClient"]!["ClientId"]!, Email));
        using var local = await service.SignInAsync("ann");

        Assert.Equal(HttpStatusCode.Unauthorized, (await ofPool.GetAsync("/todos")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ofClient.GetAsync("/todos")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await local.GetAsync("/todos")).StatusCode);
    }

    [Fact]
    public async Task A_service_behind_a_function_URL_validates_the_pools_tokens_itself_and_finds_the_users_groups()
    {
        Assert.SkipWhen(CognitoLocal.Missing is not null, CognitoLocal.Missing ?? "");
        await using var cognito = await CognitoLocal.StartAsync();
        var (pool, client) = await cognito.CreatePoolAsync();
        await using var server = await LocalServer.StartAsync(
            Admins(),
            new LocalOptions(0, DataFolder: null, Reset: false, LocalFrontDoor.FunctionUrl, new TokenIssuer(cognito.Issuer(pool), client)),
            new Terminal(TextWriter.Null, colours: false));

        var tokens = await cognito.SignUpAsync(client, Email);
        using var user = Client(new Uri(server.Address), tokens);
        var before = await user.GetAsync("/admins");
        await cognito.CallAsync("CreateGroup", new() { ["UserPoolId"] = pool, ["GroupName"] = "admins" });
        await cognito.CallAsync("AdminAddUserToGroup", new() { ["UserPoolId"] = pool, ["GroupName"] = "admins", ["Username"] = Email });
        using var admin = Client(new Uri(server.Address), await cognito.RefreshAsync(client, (string)tokens["RefreshToken"]!));
        var after = await admin.GetAsync("/admins");

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        using var idToken = Client(new Uri(server.Address), tokens, "IdToken");
        Assert.Equal(HttpStatusCode.Unauthorized, (await idToken.GetAsync("/admins")).StatusCode);
    }

    [Theory]
    [InlineData("--issuer http://127.0.0.1:1/pool", 2, "--issuer and --audience go together")]
    [InlineData("--audience page", 2, "--issuer and --audience go together")]
    [InlineData("--issuer http://pool.example.com --audience page", 2, "--issuer takes an https address")]
    [InlineData("--issuer http://127.0.0.1:1/pool --audience page", 1, "The keys of --issuer http://127.0.0.1:1/pool cannot be read from")]
    public async Task An_issuer_that_cannot_be_one_is_reported_in_a_sentence(string options, int exitCode, string sentence)
    {
        var (code, errors) = await LocalProcess.RunAsync($"--port 0 --in-memory {options}");

        Assert.Equal(exitCode, code);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static HttpClient Client(Uri address, JsonNode tokens, string token = "AccessToken") => new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens[token]!) },
    };

    private static Microservice Admins()
    {
        var builder = new MicroserviceBuilder(
            "Admins",
            [],
            [new HandEndpoint(new("AdminsOnly", "GET", "/admins") { Access = new AccessPolicy(false, [["admins"]], []) }, _ => new(Response.Text(200, "in")))],
            LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        builder.Services.AddTokenValidation();
        return builder.Build();
    }
}

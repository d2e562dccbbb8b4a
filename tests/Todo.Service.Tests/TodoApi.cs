using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Framework.Local;
using Framework.Testing;
using Framework.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace Todo.Service.Tests;

/// <summary>The service in memory, for all tests of a class. Each test is a user of its own.</summary>
public sealed class TodoApi : IAsyncLifetime
{
    public TestService Service { get; private set; } = null!;

    /// <summary>What stands in front of the service: the test command runs the tests behind each in turn.</summary>
    public static LocalFrontDoor FrontDoor { get; } =
        Enum.TryParse<LocalFrontDoor>(Environment.GetEnvironmentVariable("TODO_FRONT_DOOR"), out var frontDoor) ? frontDoor : LocalFrontDoor.HttpApi;

    public async ValueTask InitializeAsync() => Service = await TestService.StartAsync<CreateTodo>(
        services =>
        {
            services.AddSingleton<TimeProvider>(new SteppingClock());
            // A function URL and a load balancer have no authorizer.
            if (FrontDoor is LocalFrontDoor.FunctionUrl or LocalFrontDoor.Alb or LocalFrontDoor.AlbMultiValue)
                services.AddTokenValidation();
        },
        FrontDoor);

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    public HttpClient NewUser() => Service.As($"user-{Guid.NewGuid():N}");

    public static async Task<JsonNode> CreateAsync(HttpClient user, string title)
    {
        var response = await user.PostAsJsonAsync("/todos", new { title });
        response.EnsureSuccessStatusCode();
        return await JsonOf(response);
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public static async Task<string[]> TitlesAsync(HttpClient user, string query = "")
    {
        var page = JsonNode.Parse(await user.GetStringAsync($"/todos{query}"))!;
        return [.. page["items"]!.AsArray().Select(todo => (string)todo!["title"]!)];
    }

    public static Task<HttpResponseMessage> PatchAsync(HttpClient user, string path, object body) =>
        user.PatchAsync(path, JsonContent.Create(body, options: JsonSerializerOptions.Web));

    // Todos of one millisecond have no order; this way no two share one.
    private sealed class SteppingClock : TimeProvider
    {
        private long _ticks = DateTimeOffset.UtcNow.Ticks;

        public override DateTimeOffset GetUtcNow() =>
            new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}

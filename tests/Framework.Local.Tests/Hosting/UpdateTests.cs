using System.Net;
using Framework.Description;
using Framework.Hosting;
using Framework.Http;
using Framework.Local.Updates;
using Framework.Resources;
using Framework.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.Local.Tests.Hosting;

/// <summary>What hot reload changes: the service is built anew behind the same gateway, issuer and tables.</summary>
public sealed class UpdateTests
{
    [Fact]
    public async Task A_changed_service_takes_the_next_request_and_a_token_from_before_still_works()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync();

        await cloud.UpdateAsync(() => Changed("/changed"));

        Assert.Equal("/changed", await cloud.Client.GetStringAsync("/changed"));
        Assert.Equal(HttpStatusCode.NotFound, (await cloud.Client.GetAsync("/scoped")).StatusCode);
        Assert.Contains("Test.Service serves the changed code.", cloud.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_can_have_the_scopes_of_the_changed_service()
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.UpdateAsync(() => Changed("/changed", scope: "notes/burn"));

        await cloud.SignInAsync(new() { ["username"] = "alice", ["scope"] = "notes/burn" });
        Assert.Equal("/changed", await cloud.Client.GetStringAsync("/changed"));
    }

    [Fact]
    public async Task A_request_ends_on_the_service_that_it_began_on()
    {
        var gate = new Gate();
        await using var cloud = await TestCloud.StartAsync(gate: gate);
        var held = cloud.Client.GetStringAsync("/held");
        await gate.Entered.InTimeAsync();
        var ended = false;
        await cloud.UpdateAsync(() => Changed("/changed", onShutdown: () => ended = true));

        await cloud.UpdateAsync(() => Changed("/again"));
        Assert.True(ended);
        gate.Open();

        Assert.Equal("released", await held.InTimeAsync());
    }

    [Fact]
    public async Task Tables_that_the_changed_service_declares_are_created_and_those_from_before_are_kept()
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.UpdateAsync(() => Changed("/changed", table: "drafts"));

        var tables = await cloud.Client.GetStringAsync("/_local/tables");
        Assert.Contains("drafts", tables, StringComparison.Ordinal);
        Assert.Contains(TestService.Table, tables, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> Mistakes { get; } =
        [new InvalidOperationException("The queue has no name."), new TimeZoneNotFoundException("The queue has no name.")];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_changed_service_that_cannot_start_leaves_the_one_before(Exception mistake)
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.UpdateAsync(() => throw mistake);

        Assert.StartsWith("{", await cloud.Client.GetStringAsync("/open"), StringComparison.Ordinal);
        Assert.Contains("The changed code is not served.", cloud.Console, StringComparison.Ordinal);
        Assert.Contains("The queue has no name.", cloud.Console, StringComparison.Ordinal);
        Assert.Equal(mistake is TimeZoneNotFoundException, cloud.Console.Contains("TimeZoneNotFoundException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_that_is_kept_with_another_key_leaves_the_service_before()
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.UpdateAsync(() => Changed("/changed", table: TestService.Table));

        Assert.StartsWith("{", await cloud.Client.GetStringAsync("/open"), StringComparison.Ordinal);
        Assert.Contains("was kept with another key", cloud.Console, StringComparison.Ordinal);
    }

    [Fact]
    public void Static_properties_of_a_changed_type_have_their_initial_values_again()
    {
        Kept.Value = 2;

        using (CodeUpdates.Subscribe(initialize => initialize()))
            CodeUpdates.UpdateApplication([typeof(Kept), typeof(List<>)]);

        Assert.Equal(1, Kept.Value);
    }

    private static Microservice Changed(
        string path, string? scope = null, string? table = null, Action? onShutdown = null)
    {
        var description = new EndpointDescription("Changed", "GET", path)
        {
            Access = scope is null ? AccessPolicy.Authenticated : new AccessPolicy(false, [], [[scope]]),
        };
        var endpoint = new HandEndpoint(description, _ => new(Response.Text(200, path)));
        var builder = new MicroserviceBuilder("Test.Service", [], [endpoint], LocalCloud.RunAsync)
        {
            Environment = new LambdaEnvironment(_ => null),
        };
        if (table is not null)
            builder.Services.AddSingleton(new TableResource(table, new TableKey("id", "S"), null, null));
        builder.OnShutdown(_ =>
        {
            onShutdown?.Invoke();
            return Task.CompletedTask;
        });
        return builder.Build();
    }

    private static class Kept
    {
        public static int Value { get; set; } = 1;
    }
}

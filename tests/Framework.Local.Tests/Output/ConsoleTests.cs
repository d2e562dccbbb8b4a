namespace Framework.Local.Tests.Output;

public sealed class ConsoleTests
{
    [Fact]
    public async Task The_start_tells_what_a_newcomer_needs()
    {
        await using var cloud = await TestCloud.StartAsync();
        var address = cloud.Address.GetLeftPart(UriPartial.Authority);

        Assert.Contains($"Test.Service is up at {address}\n", cloud.Console, StringComparison.Ordinal);
        Assert.Contains($"curl -s {address}/_local/token -d username=alice", cloud.Console, StringComparison.Ordinal);
        Assert.Contains($"curl -i {address}/events -H \"Authorization: Bearer $TOKEN\"", cloud.Console, StringComparison.Ordinal);
        Assert.Contains($"--endpoint-url {address}/_local/dynamodb", cloud.Console, StringComparison.Ordinal);
        Assert.Matches("GET +/admins +AdminsOnly +group admins\n", cloud.Console);
        Assert.Matches("GET +/open +OpenEvent +anybody\n", cloud.Console);
        Assert.Matches("GET +/events +GetEvent +signed in\n", cloud.Console);
        Assert.DoesNotContain('\e', cloud.Console);
    }

    [Fact]
    public async Task Each_request_is_one_line()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.SignInAsync("alice");

        await cloud.Client.GetAsync("/events");
        await cloud.HasShownAsync("GetEvent      alice");
        await cloud.Client.GetAsync("/admins");
        await cloud.HasShownAsync("AdminsOnly    alice");

        Assert.Matches(@"\n\d\d:\d\d:\d\d 200 +\d+\.\d ms  GET     /events +GetEvent +alice  cold start\n", cloud.Console);
        Assert.Matches(@"\n\d\d:\d\d:\d\d 403 +\d+\.\d ms  GET     /admins +AdminsOnly +alice\n", cloud.Console);
    }

    [Fact]
    public async Task A_path_cannot_draw_on_the_terminal()
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.Client.GetAsync("/%1b[31m%0a00:00:00");
        await cloud.HasShownAsync("\uFFFD[31m\uFFFD00:00:00");

        Assert.DoesNotContain('\e', cloud.Console);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Framework.Local.Output;
using FsCheck.Xunit;

namespace Framework.Local.Tests.Output;

public sealed class ConsoleTests
{
    [Fact]
    public async Task The_start_shows_what_a_newcomer_needs()
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

    // ESC, a line break, a control character of the C1 set, one that turns text around, one that is outside the BMP.
    public const string Harmful = "\e[31m\r\n00:00:00\u009B2J\u202Egpj\u2028\u200F\U000E0041end";

    [Fact]
    public async Task Nothing_that_a_client_sends_reaches_the_terminal_as_it_is()
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.Client.GetAsync($"/{Uri.EscapeDataString(Harmful)}");
        await cloud.HasShownAsync("end ");
        await cloud.Client.GetAsync($"/log?text={Uri.EscapeDataString(Harmful)}");
        await cloud.HasShownAsync("Log  ");
        await cloud.Client.GetAsync($"/throw?text={Uri.EscapeDataString(Harmful)}");
        await cloud.HasShownAsync("Throw  ");

        Assert.Equal(3, Regex.Count(cloud.Console, "gpj"));
        AssertPrintable(cloud.Console);
        Assert.DoesNotContain("\n00:00:00", cloud.Console, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON ")]
    [InlineData("""{"level":"WARN","category":"c","message":"m"}""")]
    public void A_line_of_the_services_own_is_printable_too(string line)
    {
        var console = new ConsoleCapture();
        var terminal = new Terminal(console, colours: true);
        using var telemetry = new TelemetryConsole(terminal, new RequestLog(terminal, TimeProvider.System));

        telemetry.Write(Encoding.UTF8.GetBytes($"{line}{Harmful.Replace("\n", "", StringComparison.Ordinal)}\n"));

        AssertPrintable(console.ToString());
    }

    [Fact]
    public void A_coloured_line_has_no_escape_but_the_terminals_own()
    {
        var console = new ConsoleCapture();
        var terminal = new Terminal(console, colours: true);

        terminal.WriteLine($"{Terminal.Paint("a\eb", Tint.Red)} {"c\ed"} {7,3}");

        Assert.Equal("\e[31ma\uFFFDb\e[0m c\uFFFDd   7\n", console.ToString());
    }

    [Property]
    public void What_is_printable_is_one_line_of_characters_that_show(string? text)
    {
        var printable = Terminal.Printable(text ?? "");

        AssertPrintable(printable);
        Assert.DoesNotContain('\n', printable);
        Assert.Equal(printable, Terminal.Printable(printable));
    }

    [Fact]
    public async Task A_path_cannot_draw_on_the_terminal()
    {
        await using var cloud = await TestCloud.StartAsync();

        await cloud.Client.GetAsync("/%1b[31m%0a00:00:00");
        await cloud.HasShownAsync("\uFFFD[31m\uFFFD00:00:00");

        Assert.DoesNotContain('\e', cloud.Console);
    }

    private static void AssertPrintable(string text) => Assert.All(
        text.EnumerateRunes().Where(rune => rune.Value != '\n').Distinct(), rune => Assert.False(
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
            $"U+{rune.Value:X4}"));
}

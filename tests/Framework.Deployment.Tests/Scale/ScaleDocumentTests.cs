using System.Globalization;
using System.Text;

namespace Framework.Deployment.Tests.Scale;

/// <summary>The tables of <c>docs/scale.md</c> are what the simulation says.</summary>
public sealed class ScaleDocumentTests
{
    private static readonly Defence Default = new("as deployed without a setting");
    private static readonly Defence Open = new("`ThrottleRate = 10_000, ThrottleBurst = 5_000`") { Api = (10_000, 5000) };

    private static readonly Dictionary<Storm, Defence[]> Rows = new()
    {
        [Storm.BreakingNews] =
        [
            Default,
            Open,
            Open with { Name = "and the story is cached (REST API)", CachesHotReads = true },
            Open with { Name = "and an invocation takes a second", CachesHotReads = true, Duration = 1 },
            Open with { Name = "not cached, a second, concurrency of the account 10,000", Duration = 1, Concurrency = 10_000 },
        ],
        [Storm.ViralContent] =
        [
            Default,
            Open,
            Open with { Name = "and the account's throttle at 20,000", Api = (20_000, 10_000), Account = (20_000, 10_000) },
            Open with { Name = "and likes through a queue", Api = (20_000, 10_000), Account = (20_000, 10_000), Queues = true },
        ],
        [Storm.Attack] =
        [
            Default with { Name = "without the firewall", PerAddress = null },
            Default with { Name = "as deployed without a setting (firewall, 2,000 within five minutes)" },
            Default with { Name = "`RequestsPerAddress = 300`", PerAddress = 300 },
            Open with { Name = "the same, and `ThrottleRate = 10_000, ThrottleBurst = 5_000`", PerAddress = 300 },
        ],
    };

    public static TheoryData<string> Storms => new(Rows.Keys.Select(storm => storm.Name));

    [Theory]
    [MemberData(nameof(Storms))]
    public void The_table_is_what_the_simulation_says(string name)
    {
        var storm = Rows.Keys.Single(storm => storm.Name == name);

        DocumentPart.AssertSame("scale", name, Table(storm));
    }

    private static string Table(Storm storm)
    {
        var text = new StringBuilder("| setting | served | 429 at the API | 503, no environment | 503, table throttled | most at once | longest wait |\n|---|---|---|---|---|---|---|\n");
        foreach (var defence in Rows[storm])
        {
            var outcome = new Simulation(storm, defence).Run();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {defence.Name} | {Share(outcome.Served / outcome.Users)} | {Count(outcome.LostAtApi)} | {Count(outcome.LostAtLambda)} | {Count(outcome.LostAtTable)} | {Count(outcome.PeakConcurrency)} | {(defence.Queues ? $"{Count(outcome.LongestWait)} s" : "")} |\n");
        }
        return text.ToString();
    }

    private static string Share(double value) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value * 1000) / 10:0.0} %");

    private static string Count(double value) => (Math.Round(value) + 0.0).ToString("N0", CultureInfo.InvariantCulture);
}

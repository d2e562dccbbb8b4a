using Framework.Local.Output;
using Microsoft.Extensions.Time.Testing;

namespace Framework.Local.Tests.Output;

public sealed class RequestJournalTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(RequestJournal.Size, "1")]
    [InlineData(RequestJournal.Size + 1, "2")]
    public void The_oldest_request_makes_room_for_the_newest(int requests, string oldest)
    {
        var journal = new RequestJournal(new FakeTimeProvider(Start));
        for (var n = 1; n <= requests; n++)
            journal.Add(Request($"{n}"));

        Assert.Equal(RequestJournal.Size, journal.After(0).Count);
        Assert.Equal($"{requests}", journal.After(0)[0].Id);
        Assert.Equal(oldest, journal.After(0)[^1].Id);
        Assert.Equal(oldest == "1", journal.Find("1") is not null);
    }

    [Fact]
    public void Numbers_go_on_after_a_restart()
    {
        var clock = new FakeTimeProvider(Start);
        var first = new RequestJournal(clock);
        first.Add(Request("a"));
        first.Add(Request("b"));
        var known = first.After(0)[0].Number;
        clock.Advance(TimeSpan.FromSeconds(1));

        var second = new RequestJournal(clock);
        second.Add(Request("c"));

        Assert.Equal(["c"], second.After(known).Select(request => request.Id));
    }

    [Fact]
    public void Log_lines_are_kept_up_to_a_limit()
    {
        var running = new RunningRequest();
        running.Log("INFO", new string('a', RunningRequest.MaxLogLength - 150));
        running.Log("INFO", new string('b', 50));
        var exact = running.Complete(Request("1"));
        running.Log("INFO", "c");
        var more = running.Complete(Request("1"));

        Assert.Equal((2, 0), (exact.Lines.Count, exact.LeftOut));
        Assert.Equal((2, 1), (more.Lines.Count, more.LeftOut));
    }

    [Fact]
    public void A_line_that_does_not_fit_is_cut()
    {
        var running = new RunningRequest();
        running.Log("INFO", new string('a', 2 * RunningRequest.MaxLogLength));

        var record = running.Complete(Request("1"));

        Assert.Equal(RunningRequest.MaxLogLength - 50, Assert.Single(record.Lines).Text.Length);
        Assert.Equal(1, record.LeftOut);
    }

    [Fact]
    public void Metrics_are_kept_up_to_a_limit()
    {
        var running = new RunningRequest();
        running.Set(new RequestMetrics("Endpoint", 1, IsColdStart: false));
        for (var n = 0; n <= RunningRequest.MaxMetrics; n++)
            running.Record($"m{n}", n);

        Assert.Equal(RunningRequest.MaxMetrics, running.Complete(Request("1")).Metrics!.Recorded.Count);
    }

    private static RequestRecord Request(string id) => new(id, Start, "GET", "/", "", 200, 1, null);
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>
/// Random programs against DynamoDB Local. FRAMEWORK_DIFFERENTIAL_OPERATIONS asks for another number of operations
/// than the 100,000 of every run, and takes new programs each time.
/// </summary>
public sealed class DifferentialTests(DynamoDBLocalProcess local, ITestOutputHelper output)
    : IClassFixture<DynamoDBLocalProcess>
{
    private const int Workers = 4;
    private const int UsualOperations = 100_000;

    [Fact]
    public async Task Programs_get_the_responses_that_DynamoDB_Local_gives()
    {
        var endpoint = local.Endpoint;
        var asked = Environment.GetEnvironmentVariable("FRAMEWORK_DIFFERENTIAL_OPERATIONS");
        var operations = asked is null ? UsualOperations : int.Parse(asked, CultureInfo.InvariantCulture);
        using var http = new HttpClient();
        var duels = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var duel = await Duel.BeginAsync(Peer.Of(http, endpoint, $"worker{worker}"));
            // A quarter more, since a program ends where a known difference leaves different items behind.
            var config = Config.QuickThrowOnFailure.WithMaxTest((operations * 5 / 4 / Workers / Programs.Length) + 1);
            // The same programs every time, unless a run of another length is asked for.
            Check.One(
                asked is null ? config.WithReplay((ulong)worker, 1) : config,
                Prop.ForAll(Programs.Arbitrary, duel.RunAsync));
            return duel;
        })));

        Report("operation", duels.SelectMany(duel => duel.Outcomes));
        Report("known difference", duels.SelectMany(duel => duel.Differences));
        var done = duels.Sum(duel => duel.Operations);
        output.WriteLine($"{done} operations");
        foreach (var duel in duels)
            duel.Dispose();
        Assert.True(done >= operations, $"Only {done} of {operations} operations were compared.");
    }

    private void Report(string title, IEnumerable<KeyValuePair<string, int>> counts)
    {
        foreach (var group in counts.GroupBy(count => count.Key).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine($"{title}: {group.Key}: {group.Sum(count => count.Value)}");
    }
}

using System.Globalization;
using Framework.LocalDynamoDB.Tests.Differential.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>Random programs that create, change and delete tables, against DynamoDB Local.
/// FRAMEWORK_DIFFERENTIAL_OPERATIONS asks for another number of operations than the usual one, and takes new programs.</summary>
public sealed class TableDifferentialTests(DynamoDBLocalProcess local, ITestOutputHelper output)
    : IClassFixture<DynamoDBLocalProcess>
{
    private const int Length = 20;
    private const int UsualOperations = 1_000;

    [Fact]
    public async Task Tables_come_out_as_in_DynamoDB_Local()
    {
        var endpoint = local.Endpoint;
        var asked = Environment.GetEnvironmentVariable("FRAMEWORK_DIFFERENTIAL_OPERATIONS");
        var operations = asked is null ? UsualOperations : int.Parse(asked, CultureInfo.InvariantCulture) / 100;
        using var http = new HttpClient();
        var duel = new TableDuel(accessKey => Peer.Of(http, endpoint, accessKey));
        var config = Config.QuickThrowOnFailure.WithMaxTest((operations / Length) + 1);
        var programs = Arb.From(TableCalls.Any.ArrayOf(Length), Programs.Shrink);

        await Task.Run(
            () => Check.One(asked is null ? config.WithReplay(1, 1) : config, Prop.ForAll(programs, duel.RunAsync)),
            TestContext.Current.CancellationToken);

        foreach (var (outcome, count) in duel.Outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal))
            output.WriteLine($"{outcome}: {count}");
        output.WriteLine($"{duel.Operations} operations");
        Assert.True(duel.Operations >= operations / 4, $"Only {duel.Operations} of {operations} operations were compared.");
    }
}

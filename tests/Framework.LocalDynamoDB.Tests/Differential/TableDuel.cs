using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Differential.Generators;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>The engine and DynamoDB Local, given the same programs of table operations. Failures are equal by status and
/// error type; after a success the table is described by both.</summary>
internal sealed class TableDuel(Peer theirs) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Engine _engine = Engine.Open(null, new());

    public int Operations { get; private set; }

    public Dictionary<string, int> Outcomes { get; } = [];

    private Peer Ours => Peer.Of(_engine);

    public async Task RunAsync(RequestCall[] program)
    {
        foreach (var name in TableCalls.Names)
            foreach (var peer in new[] { Ours, theirs })
            {
                await peer.SendAsync("UpdateTable", $$"""{"TableName":"{{name}}","DeletionProtectionEnabled":false}""");
                await peer.SendAsync("DeleteTable", $$"""{"TableName":"{{name}}"}""");
            }
        foreach (var call in program)
            if (!await AgreeAsync(call))
                return;
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>False where a known difference leaves different tables behind.</summary>
    private async Task<bool> AgreeAsync(RequestCall call)
    {
        var ours = await Ours.SendAsync(call.Operation, call.Body);
        var other = await theirs.SendAsync(call.Operation, call.Body);
        Operations++;
        Count($"{call.Operation} {ours.ErrorType ?? "success"}");
        if (ours.IsSuccess && other.IsSuccess)
        {
            await SettleAsync();
            var (left, right) = (await DescribeAsync(Ours), await DescribeAsync(theirs));
            Assert.True(JsonNode.DeepEquals(left, right), $"{call}\nours:   {left}\ntheirs: {right}");
            return true;
        }

        if (ours.Status == other.Status && ours.ErrorType == other.ErrorType)
            return true;
        var known = KnownTableDifferences.All.FirstOrDefault(difference => difference.Applies(call, ours, other));
        Assert.True(known is not null, $"{call}\nours:   {ours}\ntheirs: {other}");
        Count($"known difference: {known.Name}");
        return !ours.IsSuccess && !other.IsSuccess;
    }

    /// <summary>Ends when no index of DynamoDB Local is in the making.</summary>
    private async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        foreach (var name in TableCalls.Names)
            while ((await theirs.SendAsync("DescribeTable", Named(name))).Body.ToJsonString() is var text
                && (text.Contains("\"CREATING\"", StringComparison.Ordinal) || text.Contains("\"UPDATING\"", StringComparison.Ordinal)
                    || text.Contains("\"DELETING\"", StringComparison.Ordinal)))
                await Task.Delay(10, limit.Token);
    }

    private static async Task<JsonObject> DescribeAsync(Peer peer)
    {
        var tables = new JsonObject();
        foreach (var name in TableCalls.Names)
            tables[name] = (await peer.SendAsync("DescribeTable", Named(name))).Body["Table"] is JsonObject table
                ? TableComparison.Canonical(table)
                : null;
        return tables;
    }

    private static string Named(string table) => $$"""{"TableName":"{{table}}"}""";

    private void Count(string outcome) => Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + 1;
}

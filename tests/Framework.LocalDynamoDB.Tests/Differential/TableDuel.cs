using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Differential.Generators;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>The engine and DynamoDB Local, given the same programs of table operations. Failures are equal by status and
/// error type; after a success the table is described by both. Each program has a database of its own.</summary>
/// <param name="theirs">DynamoDB Local, for an access key.</param>
internal sealed class TableDuel(Func<string, Peer> theirs)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private int _programs;

    public int Operations { get; private set; }

    public Dictionary<string, int> Outcomes { get; } = [];

    public async Task RunAsync(RequestCall[] program)
    {
        using var engine = Engine.Open(null, new());
        var (left, right) = (Peer.Of(engine), theirs($"tables{_programs++}"));
        foreach (var call in program)
            if (!await AgreeAsync(call, left, right))
                return;
    }

    /// <summary>False where a known difference leaves different tables behind.</summary>
    private async Task<bool> AgreeAsync(RequestCall call, Peer left, Peer right)
    {
        var ours = await left.SendAsync(call.Operation, call.Body);
        var other = await right.SendAsync(call.Operation, call.Body);
        Operations++;
        Count($"{call.Operation} {ours.ErrorType ?? "success"}");
        if (ours.IsSuccess && other.IsSuccess)
            return await AreEqualAsync(call, left, right);
        if (ours.Status == other.Status && ours.ErrorType == other.ErrorType)
            return true;
        var known = KnownTableDifferences.All.FirstOrDefault(difference => difference.Applies(call, ours, other));
        Assert.True(known is not null, $"{call}\nours:   {ours}\ntheirs: {other}");
        Count($"known difference: {known.Name}");
        return !ours.IsSuccess && !other.IsSuccess;
    }

    private async Task<bool> AreEqualAsync(RequestCall call, Peer left, Peer right)
    {
        if (!await SettlesAsync(right))
        {
            Count("known difference: an index that DynamoDB Local never finishes");
            return false;
        }
        var (ours, other) = (await DescribeAsync(left), await DescribeAsync(right));
        Assert.True(JsonNode.DeepEquals(ours, other), $"{call}\nours:   {ours}\ntheirs: {other}");
        return true;
    }

    /// <summary>Waits until no index of DynamoDB Local is in the making; false where that takes too long.</summary>
    private static async Task<bool> SettlesAsync(Peer peer)
    {
        using var limit = new CancellationTokenSource(Limit);
        foreach (var name in TableCalls.Names)
            while (IsChanging((await peer.SendAsync("DescribeTable", Named(name))).Body.ToJsonString()))
            {
                if (limit.IsCancellationRequested)
                    return false;
                await Task.Delay(10, CancellationToken.None);
            }
        return true;
    }

    private static bool IsChanging(string description) => new[] { "\"CREATING\"", "\"UPDATING\"", "\"DELETING\"" }
        .Any(status => description.Contains(status, StringComparison.Ordinal));

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

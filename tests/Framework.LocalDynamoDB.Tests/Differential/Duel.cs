using Framework.LocalDynamoDB.Tests.Differential.Generators;

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>The engine and DynamoDB Local, given the same programs.</summary>
internal sealed class Duel : IDisposable
{
    private readonly Engine _engine = Engine.Open(null, new());
    private readonly Peer _ours;
    private readonly Peer _theirs;

    private Duel(Peer theirs)
    {
        _ours = Peer.Of(_engine);
        _theirs = theirs;
    }

    public long Operations { get; private set; }

    public Dictionary<string, int> Differences { get; } = [];

    public Dictionary<string, int> Outcomes { get; } = [];

    public static async Task<Duel> BeginAsync(Peer theirs)
    {
        var duel = new Duel(theirs);
        await duel._ours.CreateTablesAsync();
        await theirs.CreateTablesAsync();
        return duel;
    }

    /// <summary>Runs a program on empty tables, and looks at all of them in the end.</summary>
    public async Task RunAsync(RequestCall[] program)
    {
        await _ours.ClearAsync();
        await _theirs.ClearAsync();
        foreach (var call in program.Concat(EveryItem()))
            if (!await AgreeAsync(call))
                return;
    }

    public void Dispose() => _engine.Dispose();

    /// <summary>False where a known difference leaves different items behind, so that going on makes no sense.</summary>
    private async Task<bool> AgreeAsync(RequestCall call)
    {
        var ours = await _ours.RespondAsync(call);
        var theirs = await _theirs.RespondAsync(call);
        KnownDifferences.Adjust(call, ours, theirs);
        Operations++;
        Count(Outcomes, $"{call.Operation} {ours.ErrorType ?? "success"}");
        if (Comparison.AreEqual(call, ours, theirs))
        {
            if (ours.IsSuccess)
                await TakeAwayAsync(call);
            return true;
        }

        var known = KnownDifferences.All.FirstOrDefault(difference => difference.Applies(call, ours, theirs));
        Assert.True(known is not null, $"{call}\nours:   {ours}\ntheirs: {theirs}");
        Count(Differences, known.Name);
        return !call.IsWrite || (!ours.IsSuccess && !theirs.IsSuccess);
    }

    /// <summary>
    /// An update that only takes away creates no item; DynamoDB Local makes one of the key, which goes here before it
    /// makes a difference elsewhere.
    /// </summary>
    private async Task TakeAwayAsync(RequestCall call)
    {
        foreach (var item in call.UpdatedItems())
            if (!(await _ours.RespondAsync(new("GetItem", item))).Body.ContainsKey("Item"))
                await _theirs.RespondAsync(new("DeleteItem", item));
    }

    private static IEnumerable<RequestCall> EveryItem() => TestTable.All.SelectMany(table => table.Indexes
        .Select(index => $",\"IndexName\":\"{index.Name}\"").Prepend("")
        .Select(source => new RequestCall("Scan", $$"""{"TableName":"{{table.Name}}"{{source}}}""")));

    private static void Count(Dictionary<string, int> counts, string name) =>
        counts[name] = counts.GetValueOrDefault(name) + 1;
}

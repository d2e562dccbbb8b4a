namespace Framework.Benchmarks.DynamoDB;

/// <summary>One kind of request over many keys.</summary>
internal sealed record Workload(string Name, byte[][] Requests)
{
    public static IReadOnlyList<Workload> All(int keys) =>
    [
        Of("PutItem", keys, HttpRequests.Put), Of("GetItem", keys, HttpRequests.Get), Of("Query of 10", keys, HttpRequests.Query),
        Of("TransactWriteItems of 2", keys / 2, pair => HttpRequests.Transact(2 * pair)),
    ];

    public static Workload Of(string name, int keys, Func<int, byte[]> request)
    {
        // Not in the order of the keys: nobody asks like that.
        var numbers = Enumerable.Range(0, keys).ToArray();
        new Random(1).Shuffle(numbers);
        return new(name, [.. numbers.Select(request)]);
    }
}

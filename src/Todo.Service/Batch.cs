namespace Todo.Service;

/// <summary>Works on the items of a request, a few at a time. An error of one item is the result of that item alone.</summary>
internal static class Batch
{
    public const int MaxItems = 100;

    private const int AtOnce = 8;

    public static async Task<MultiStatus<BatchResponse>> RunAsync<T>(
        IReadOnlyList<T> items, Func<T, Guid> idOf, Func<T, Task<BatchResult>> work)
    {
        var results = new BatchResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForAsync(0, items.Count, options, async (index, _) =>
            results[index] = await RunOneAsync(idOf(items[index]), () => work(items[index])));
        return new(new BatchResponse(results));
    }

    private static async Task<BatchResult> RunOneAsync(Guid id, Func<Task<BatchResult>> work)
    {
        try
        {
            return await work();
        }
        catch (ProblemException exception)
        {
            return new BatchResult(id, exception.Problem.Status, Problem: exception.Problem);
        }
    }
}

using System.Runtime.CompilerServices;

namespace Framework.Tests.Service;

/// <summary>Makes the items of <see cref="StreamItems"/> and <see cref="StreamAs"/> as a test says, and keeps what ends in which
/// order.</summary>
public sealed class ItemSource
{
    public Func<CancellationToken, IAsyncEnumerable<int>> Make { get; init; } = _ => Numbers(3);

    public List<string> Ends { get; } = [];

    public async IAsyncEnumerable<int> Items([EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var item in Make(cancellation))
                yield return item;
        }
        finally
        {
            Ends.Add("items");
        }
    }

    public static async IAsyncEnumerable<int> Numbers(int count, Action<int>? before = null)
    {
        for (var number = 1; number <= count; number++)
        {
            before?.Invoke(number);
            yield return number;
        }
        await Task.CompletedTask;
    }
}

namespace Framework.Tests.Lambda;

[Get("/flow/{count}")]
[AllowAnonymous]
public sealed class Flow
{
    public async IAsyncEnumerable<string> HandleAsync(int count, int breaksAt = int.MaxValue)
    {
        for (var number = 1; number <= count; number++)
        {
            await Task.Yield();
            yield return number < breaksAt ? $"{number}" : throw new InvalidOperationException("broke");
        }
    }
}

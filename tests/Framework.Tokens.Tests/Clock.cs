namespace Framework.Tokens.Tests;

/// <summary>The time at which the tests' tokens are read.</summary>
internal sealed class Clock : TimeProvider
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

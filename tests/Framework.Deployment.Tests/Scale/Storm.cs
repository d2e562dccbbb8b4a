namespace Framework.Deployment.Tests.Scale;

/// <summary>One storm: what arrives, and what the requests do.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seconds">How long it takes, with the calm before and after.</param>
/// <param name="At">What arrives in a second.</param>
/// <param name="Writes">The share of the requests that write.</param>
/// <param name="HotReads">The share of the reads that are of one item.</param>
/// <param name="HotWrites">The share of the writes that are of one item.</param>
/// <param name="Addresses">From how many addresses an attack comes.</param>
internal sealed record Storm(
    string Name, int Seconds, Func<int, Load> At, double Writes, double HotReads = 0, double HotWrites = 0, int Addresses = 1)
{
    private const int Minute = 60;

    /// <summary>From one second to the next, everybody reads one story, for ten minutes.</summary>
    public static Storm BreakingNews { get; } = new(
        "breaking-news", 12 * Minute, second => new(second is >= Minute and < 11 * Minute ? 10_000 : 100), Writes: 0.01, HotReads: 0.9);

    /// <summary>A post spreads: twice as many every five minutes, and half of the writes are likes of that post.</summary>
    public static Storm ViralContent { get; } = new(
        "viral-content", 75 * Minute, second => new(second < Minute * 60 ? 100 * Math.Pow(2, Math.Min(second / (5 * Minute), 7)) : 100),
        Writes: 0.3, HotReads: 0.2, HotWrites: 0.5);

    /// <summary>A thousand addresses send twenty requests a second each, for five minutes.</summary>
    public static Storm Attack { get; } = new(
        "attack", 10 * Minute, second => new(100, second is >= Minute and < 6 * Minute ? 20_000 : 0), Writes: 0.1, Addresses: 1000);
}

namespace Framework.Functions;

/// <summary>How many requests the API passes on to an endpoint; more get a 429. Of all callers together, and less than the whole API
/// takes, see <see cref="DeploymentAttribute.ThrottleRate"/>. On the endpoint or on a base class; each route has so many of its own.
/// </summary>
/// <param name="rate">Requests a second in the long run, 1 or more.</param>
/// <param name="burst">Requests at once above the rate, 1 or more.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ThrottleAttribute(int rate, int burst) : Attribute
{
    /// <summary>Requests a second in the long run.</summary>
    public int Rate { get; } = rate;

    /// <summary>Requests at once above the rate.</summary>
    public int Burst { get; } = burst;
}

namespace Framework.Deployment.Tests.Scale;

/// <summary>What became of the users' requests.</summary>
internal sealed class Outcome
{
    public double Users { get; set; }

    /// <summary>429 by the API's or the account's throttle.</summary>
    public double LostAtApi { get; set; }

    /// <summary>503, since no execution environment was free.</summary>
    public double LostAtLambda { get; set; }

    /// <summary>503, since the table was throttled.</summary>
    public double LostAtTable { get; set; }

    /// <summary>Requests of an attack that reached a function.</summary>
    public double AttackServed { get; set; }

    public double PeakConcurrency { get; set; }

    /// <summary>The longest time that a write waited in the queue, in seconds.</summary>
    public double LongestWait { get; set; }

    public double Served => Users - LostAtApi - LostAtLambda - LostAtTable;
}

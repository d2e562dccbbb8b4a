namespace Framework.Deployment.Tests.Scale;

/// <summary>What stands against a storm: quotas of AWS by default, and settings.</summary>
/// <param name="Name">What the row of the document says.</param>
internal sealed record Defence(string Name)
{
    /// <summary><c>[assembly: Deployment(ThrottleRate, ThrottleBurst)]</c>, all routes together.</summary>
    public (double Rate, double Burst) Api { get; init; } = (1000, 500);

    /// <summary>The account's, https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html.</summary>
    public (double Rate, double Burst) Account { get; init; } = (10_000, 5000);

    /// <summary>Requests of one address within five minutes; none without the firewall.</summary>
    public double? PerAddress { get; init; } = 2000;

    /// <summary>Seconds that an invocation takes.</summary>
    public double Duration { get; init; } = 0.02;

    /// <summary>The account's, https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
    public double Concurrency { get; init; } = 1000;

    /// <summary>Units a second that a new table takes at once,
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html.</summary>
    public (double Reads, double Writes) Table { get; init; } = (12_000, 4000);

    /// <summary>Whether a REST API's cache keeps the read of the hot item.</summary>
    public bool CachesHotReads { get; init; }

    /// <summary>Whether writes go through a queue.</summary>
    public bool Queues { get; init; }
}

namespace Framework.Deployment.Tests.Scale;

/// <summary>Sends a storm through firewall, API, functions, queue and table, second by second. A client that gets 429 or 503 does not try
/// again.</summary>
internal sealed class Simulation(Storm storm, Defence defence)
{
    // https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html: for each function.
    private const double NewEnvironments = 1000 / 10.0;

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html: units a second of one partition.
    private const double ReadsPerItem = 3000;
    private const double WritesPerItem = 1000;

    // AWS does not say how soon a rate-based rule acts after its limit is passed; half a minute is assumed.
    private const double FirewallDelay = 30;

    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html: 5 batches at once at first, 300 more each minute, 1,250 at
    // most. A batch's messages are written one after another.
    private const double FirstPollers = 5;
    private const double MorePollers = 300 / 60.0;
    private const double MaxPollers = 1250;

    private readonly TokenBucket _api = new(defence.Api.Rate, defence.Api.Burst);
    private readonly TokenBucket _account = new(defence.Account.Rate, defence.Account.Burst);
    private readonly TableCapacity _reads = new(defence.Table.Reads, ReadsPerItem);
    private readonly TableCapacity _writes = new(defence.Table.Writes, WritesPerItem);
    private readonly Outcome _outcome = new();

    private double _environments;
    private double _attackSeconds;
    private double _queued;
    private double _queuedHot;
    private double _pollers = FirstPollers;

    public Outcome Run()
    {
        for (var second = 0; second < storm.Seconds; second++)
            Step(storm.At(second));
        return _outcome;
    }

    private void Step(Load load)
    {
        _outcome.Users += load.Users;
        var attack = Firewall(load.Attack);
        var passed = _api.Pass(load.Users + attack);
        passed *= _account.Pass((load.Users + attack) * passed);
        _outcome.LostAtApi += load.Users * (1 - passed);
        var (users, attackers) = (load.Users * passed, attack * passed);

        var cached = defence.CachesHotReads ? (1 - storm.Writes) * storm.HotReads : 0;
        var run = Functions((users + attackers) * (1 - cached));
        _outcome.LostAtLambda += users * (1 - cached) * (1 - run);
        _outcome.AttackServed += attackers * run;
        Table(users * run / Math.Max(users * run + attackers * run, 1), (users + attackers) * run, cached);
    }

    private double Firewall(double attack)
    {
        if (attack == 0 || defence.PerAddress is not { } limit)
            return attack;
        _attackSeconds++;
        return _attackSeconds > limit / (attack / storm.Addresses) + FirewallDelay ? 0 : attack;
    }

    private double Functions(double requests)
    {
        var needed = requests * defence.Duration;
        _environments = Math.Max(_environments, Math.Min(Math.Min(needed, defence.Concurrency), _environments + NewEnvironments));
        _outcome.PeakConcurrency = Math.Max(_outcome.PeakConcurrency, Math.Min(needed, _environments));
        return needed <= _environments ? 1 : _environments / needed;
    }

    private void Table(double userShare, double all, double cached)
    {
        var reads = all * (1 - storm.Writes);
        var hot = defence.CachesHotReads ? 0 : storm.HotReads;
        _outcome.LostAtTable += (reads - (all * cached)) * (1 - _reads.Pass(reads - (all * cached), hot)) * userShare;
        var writes = all * storm.Writes;
        if (defence.Queues)
            Drain(writes);
        else
            _outcome.LostAtTable += writes * (1 - _writes.Pass(writes, storm.HotWrites)) * userShare;
    }

    private void Drain(double writes)
    {
        _queued += writes * (1 - storm.HotWrites);
        _queuedHot += writes * storm.HotWrites;
        var waiting = _queued + _queuedHot;
        var consumed = Math.Min(waiting, _pollers / defence.Duration);
        var hot = Math.Min(consumed * _queuedHot / Math.Max(waiting, 1), WritesPerItem);
        var cold = Math.Min(consumed - hot, _queued);
        var passed = _writes.Pass(hot + cold, hotShare: 0);
        _queuedHot -= hot * passed;
        _queued -= cold * passed;
        if (waiting > consumed)
            _pollers = Math.Min(_pollers + MorePollers, MaxPollers);
        _outcome.LongestWait = Math.Max(_outcome.LongestWait, _queuedHot / Math.Max(hot * passed, 1));
    }
}

namespace Framework.DynamoDB.Wire;

/// <summary>How many retries all calls together may make, as in the SDK's standard mode: where DynamoDB fails for long, calls fail after
/// one attempt in place of several. Each success gives back what it cost, or a little.</summary>
internal sealed class RetryBudget
{
    private const int Most = 500;
    private const int Retry = 5;
    private const int RetryAfterTimeout = 10;

    private int _left = Most;

    /// <summary>Takes the cost of one retry.</summary>
    /// <returns>The cost; 0 where too little is left.</returns>
    public int Take(bool isTimeout)
    {
        var cost = isTimeout ? RetryAfterTimeout : Retry;
        if (Interlocked.Add(ref _left, -cost) >= 0)
            return cost;
        Interlocked.Add(ref _left, cost);
        return 0;
    }

    /// <summary>Gives back after a success.</summary>
    /// <param name="cost">What the call's last retry took; 0 where there was none.</param>
    public void Give(int cost)
    {
        if (Volatile.Read(ref _left) >= Most)
            return;
        // A little more than the most, where many succeed at once, does no harm.
        Interlocked.Add(ref _left, Math.Max(cost, 1));
    }
}

using Framework.Aws.Sending;

namespace Framework.DynamoDB.Sending;

/// <summary>The waits of a call that goes on with what DynamoDB left out, or that another call was in the way of.</summary>
internal static class TableBackoff
{
    private const int MaxAttempts = 10;
    private const int FirstWait = 25;
    private const int LastWait = 1000;

    public static Backoff Create(TimeProvider clock) => new(clock, MaxAttempts, FirstWait, LastWait);
}

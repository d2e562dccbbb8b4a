namespace Framework.Runtime;

/// <summary>Limits that Lambda itself sets.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</see>.
/// </remarks>
public static class LambdaLimits
{
    /// <summary>The largest response that Lambda accepts, in bytes; it refuses a larger one with 413.</summary>
    public const int MaxResponseBytes = 6_291_556;
}

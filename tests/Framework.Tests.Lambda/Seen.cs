namespace Framework.Tests.Lambda;

/// <summary>What an invocation gets to know.</summary>
public sealed record Seen(string RequestId, string? TraceId, string? TraceVariable, bool HasDeadline, long MemoryLimit)
{
    public static Seen By(Invocation invocation) => new(
        invocation.RequestId,
        invocation.TraceId,
        Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"),
        invocation.Deadline != DateTimeOffset.MaxValue,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
}

namespace Framework.AmazonLambda.Tests.Service;

/// <summary>What an endpoint sees of its invocation.</summary>
public sealed record Seen(string RequestId, string? FunctionArn, string? TraceId, string? TenantId, DateTimeOffset? Deadline, bool IsCancelled);

namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>A fault of DynamoDB Local's own, where the engine answers as the service does.</summary>
/// <param name="Name">Short name for the count at the end of a run.</param>
/// <param name="Reason">What the service does, and how it is known.</param>
/// <param name="Applies">Whether these answers differ because of it.</param>
internal sealed record KnownDifference(
    string Name, string Reason, Func<RequestCall, Reply, Reply, bool> Applies);

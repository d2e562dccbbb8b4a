namespace Framework.LocalDynamoDB.Tests.Differential;

/// <summary>A fault of DynamoDB Local, where the engine responds as the service does.</summary>
/// <param name="Name">Short name for the count at the end of a run.</param>
/// <param name="Reason">What the service does, and how it is known.</param>
/// <param name="Applies">Whether these responses differ because of it.</param>
internal sealed record KnownDifference(
    string Name, string Reason, Func<RequestCall, Response, Response, bool> Applies);

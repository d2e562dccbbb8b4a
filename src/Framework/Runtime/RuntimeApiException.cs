namespace Framework.Runtime;

/// <summary>The Runtime API broke its protocol or its connection: the process must end, and Lambda starts another.
/// </summary>
internal sealed class RuntimeApiException(string message) : Exception(message);

namespace Framework.Runtime;

/// <summary>The Runtime API broke its protocol or its connection.</summary>
/// <param name="message">What happened.</param>
/// <param name="isConnection">Whether it is the connection's fault, so that a new one may do better; else the process must
/// end, and Lambda starts another.</param>
internal sealed class RuntimeApiException(string message, bool isConnection = false) : Exception(message)
{
    public bool IsConnection { get; } = isConnection;
}

namespace Framework.Runtime;

/// <summary>The Runtime API broke its protocol or its connection.</summary>
/// <param name="message">What happened.</param>
/// <param name="isConnection">Whether the connection failed, so that a new connection may work. Otherwise the process must
/// end, and Lambda starts another.</param>
internal sealed class RuntimeApiException(string message, bool isConnection = false) : Exception(message)
{
    public bool IsConnection { get; } = isConnection;
}

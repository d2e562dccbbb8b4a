namespace Framework.Local.CommandLine;

/// <summary>The local cloud cannot start, or a command has nothing to show. The message is one sentence for the developer: what is
/// wrong, and what fixes it.</summary>
internal sealed class LocalFailureException(string message, Exception? inner = null) : Exception(message, inner);

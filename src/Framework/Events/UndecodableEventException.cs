namespace Framework.Events;

/// <summary>The payload is no event that the function can answer.</summary>
/// <param name="message">What it lacks; never what it holds.</param>
/// <param name="inner">What found it.</param>
public sealed class UndecodableEventException(string message, Exception? inner = null) : Exception(message, inner);

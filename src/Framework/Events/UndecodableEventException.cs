namespace Framework.Events;

/// <summary>The payload is no event that the function can serve. It has no inner exception: those of JSON readers quote
/// what they read, and an event holds tokens.</summary>
/// <param name="message">What it lacks; never what it holds.</param>
public sealed class UndecodableEventException(string message) : Exception(message);

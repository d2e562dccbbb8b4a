using System.Text.Json;

namespace Framework.Runtime;

/// <summary>The payload is not an event that the function can serve. It has no inner exception: those of JSON readers quote
/// what they read, and an event holds tokens.</summary>
/// <param name="message">What it lacks; never what it holds.</param>
public sealed class UndecodableEventException(string message) : Exception(message)
{
    /// <summary>Says where the event's syntax is wrong, without the reader's own message, which quotes the event.</summary>
    internal static UndecodableEventException NotJson(JsonException exception) =>
        new($"The event is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
}

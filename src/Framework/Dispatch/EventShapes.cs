using System.Text.Json;
using Framework.Runtime;

namespace Framework.Dispatch;

/// <summary>Recognizes the shape of an event.</summary>
internal static class EventShapes
{
    /// <summary>The shape of an event, by one look at its top level.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="servesAuthorizer">Whether the function may be asked as a Lambda authorizer.</param>
    /// <exception cref="UndecodableEventException">The event is not JSON.</exception>
    public static EventShape Of(ReadOnlySpan<byte> payload, bool servesAuthorizer = false)
    {
        try
        {
            return new EventMarks(payload, servesAuthorizer).Read();
        }
        catch (JsonException exception)
        {
            throw UndecodableEventException.NotJson(exception);
        }
        catch (InvalidOperationException)
        {
            throw new UndecodableEventException("The event's version or type is not valid text.");
        }
    }
}

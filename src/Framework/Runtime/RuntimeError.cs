using System.Text.Json;

namespace Framework.Runtime;

/// <summary>An error as the Runtime API takes it.</summary>
/// <param name="Type">The error's type, such as <c>Function.UndecodableEvent</c>; ASCII without line breaks.</param>
/// <param name="Message">What happened.</param>
/// <param name="StackTrace">The lines of the stack, innermost first.</param>
internal sealed record RuntimeError(string Type, string Message, IReadOnlyList<string> StackTrace)
{
    // The Runtime API takes 256 KB, and JSON may need six bytes for a character; a longer text adds nothing.
    private const int MaxText = 16 * 1024;
    private const int MaxFrames = 50;
    private const int MaxFrame = 500;

    public static RuntimeError From(Exception exception, string? type = null) => new(
        type ?? $"Function.{exception.GetType().Name}",
        exception.Message,
        (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The error's JSON.</summary>
    /// <param name="maxBytes">How long it may be: a longer one loses the ends of its texts and of its stack.</param>
    public byte[] ToJson(int maxBytes = int.MaxValue)
    {
        var (text, frames) = (MaxText, MaxFrames);
        while (true)
        {
            var json = ToJson(text, frames);
            if (json.Length <= maxBytes || text == 0)
                return json;
            (text, frames) = (text / 2, frames / 2);
        }
    }

    private byte[] ToJson(int maxText, int maxFrames)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("errorType"u8, Type);
            writer.WriteString("errorMessage"u8, Cut(Message, maxText));
            writer.WriteStartArray("stackTrace"u8);
            foreach (var line in StackTrace.Take(maxFrames))
                writer.WriteStringValue(Cut(line, MaxFrame));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}

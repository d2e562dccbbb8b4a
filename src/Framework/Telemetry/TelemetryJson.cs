using System.Text.Encodings.Web;
using System.Text.Json;

namespace Framework.Telemetry;

/// <summary>How lines of telemetry are written.</summary>
internal static class TelemetryJson
{
    /// <summary>CloudWatch Logs takes 256 KB a line, which holds several texts; each that is longer is cut.</summary>
    public const int MaxText = 16 * 1024;

    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;
}

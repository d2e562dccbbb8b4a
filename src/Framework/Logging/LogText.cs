using Framework.Telemetry;

namespace Framework.Logging;

/// <summary>Texts that an author's own code makes, such as a value's <c>ToString</c>.</summary>
internal static class LogText
{
    /// <summary>The text, cut to the length that a line allows. Where the author's code throws, a text reports that,
    /// because the rest of the line is still useful.</summary>
    public static string Of(Func<string?> make)
    {
        try
        {
            return TelemetryJson.Cut(make() ?? "");
        }
#pragma warning disable CA1031 // An author's code may throw anything, and telemetry never breaks a request.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"({exception.GetType().Name} while this was written)";
        }
    }
}

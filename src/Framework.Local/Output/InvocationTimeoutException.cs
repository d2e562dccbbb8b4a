using System.Globalization;

namespace Framework.Local.Output;

/// <summary>An invocation took too long.</summary>
/// <param name="isFunctions">Whether Lambda ends the function; else the front door waits no longer.</param>
/// <param name="after">How long it may take.</param>
internal sealed class InvocationTimeoutException(bool isFunctions, TimeSpan after) : Exception(
    isFunctions
        ? $"The function ran out of time: Lambda ends it after {Seconds(after)} seconds, and [Function(TimeoutSeconds = ...)] gives it more."
        : $"The function ran out of time: the front door waits {Seconds(after)} seconds.")
{
    /// <summary>Whether Lambda ends the function; else the front door waits no longer.</summary>
    public bool IsFunctions => isFunctions;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}

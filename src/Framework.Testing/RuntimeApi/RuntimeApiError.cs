using System.Text.Json;

namespace Framework.Testing.RuntimeApi;

/// <summary>A failure as the runtime reported it, or as Lambda itself would.</summary>
/// <param name="Type">Header <c>Lambda-Runtime-Function-Error-Type</c>, such as <c>Runtime.UnhandledException</c>.</param>
/// <param name="Body">The error's JSON, byte for byte.</param>
public sealed record RuntimeApiError(string Type, ReadOnlyMemory<byte> Body)
{
    /// <summary><c>errorMessage</c> of the body; null when the body is no such JSON.</summary>
    public string? Message
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(Body);
                return json.RootElement.GetProperty("errorMessage").GetString();
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    internal static RuntimeApiError Of(string type, string message) =>
        new(type, JsonSerializer.SerializeToUtf8Bytes(new { errorType = type, errorMessage = message }));
}

using System.Globalization;
using System.Text.Json;
using Framework.Telemetry;
using Microsoft.Extensions.Logging;

namespace Framework.Logging;

/// <summary>One log entry as JSON, with the field names of Lambda's own structured logs.</summary>
internal sealed record LogLine(
    DateTimeOffset Time,
    LogLevel Level,
    string Category,
    string Message,
    InvocationTelemetry? Invocation,
    Exception? Exception,
    IReadOnlyList<KeyValuePair<string, object?>>? Values)
{
    private static readonly HashSet<string> Own =
        ["timestamp", "level", "category", "message", "requestId", "endpoint", "caller", "traceId", "exception"];

    public void WriteTo(Utf8JsonWriter json, IExternalScopeProvider scopes)
    {
        json.WriteStartObject();
        json.WriteString("timestamp"u8, Time.UtcDateTime);
        json.WriteString("level"u8, LambdaLogLevel.Of(Level));
        json.WriteString("category"u8, Category);
        json.WriteString("message"u8, Message);
        WriteInvocation(json);
        var written = new HashSet<string>(Own, StringComparer.Ordinal);
        WriteValues(json, Values, written);
        scopes.ForEachScope(
            static (scope, state) => WriteValues(state.json, scope as IReadOnlyList<KeyValuePair<string, object?>>, state.written),
            (json, written));
        if (Exception is not null)
            WriteException(json, Exception);
        json.WriteEndObject();
    }

    private void WriteInvocation(Utf8JsonWriter json)
    {
        if (Invocation is null)
            return;
        json.WriteString("requestId"u8, Invocation.RequestId);
        if (Invocation.Endpoint is { } endpoint)
            json.WriteString("endpoint"u8, endpoint);
        if (Invocation.CallerId is { } caller)
            json.WriteString("caller"u8, caller);
        if (Invocation.TraceId is { } trace)
            json.WriteString("traceId"u8, trace);
    }

    // The first value of a name wins: a line has each field once.
    private static void WriteValues(
        Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? values, HashSet<string> written)
    {
        foreach (var (name, value) in values ?? [])
        {
            if (name == "{OriginalFormat}" || !written.Add(name))
                continue;
            json.WritePropertyName(name);
            WriteValue(json, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long or short or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(LogText.Of(() => Convert.ToString(value, CultureInfo.InvariantCulture)));
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartObject("exception"u8);
        json.WriteString("type"u8, exception.GetType().FullName);
        json.WriteString("message"u8, LogText.Of(() => exception.Message));
        json.WriteString("stackTrace"u8, LogText.Of(exception.ToString));
        json.WriteEndObject();
    }
}

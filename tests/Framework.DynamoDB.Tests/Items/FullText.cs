using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Framework.DynamoDB.Tests.Items;

/// <summary>Writes a value in full, so that two values are equal exactly where their texts are.</summary>
public static class FullText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string or Guid or char or Enum or DateOnly or bool => $"{value.GetType().Name} {value}",
        DateTimeOffset time => $"at {time.UtcTicks}",
        TimeOnly time => $"time {time.Ticks}",
        decimal number => $"decimal {number / 1.000000000000000000000000000000000m}",
        JsonElement { ValueKind: JsonValueKind.Undefined } => "undefined",
        JsonElement json => Of(json),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        byte[] bytes => Convert.ToHexString(bytes),
        IDictionary map => $"{{{Sorted(map.Keys.Cast<string>().Select(key => $"{key}: {Of(map[key])}"))}}}",
        IEnumerable list when IsSet(list) => $"{{{Sorted(list.Cast<object?>().Select(Of))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        IFormattable number when value.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal) =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"({string.Join(", ", value.GetType().GetProperties().Select(property => $"{property.Name} = {Of(property.GetValue(value))}"))})",
    };

    private static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{Sorted(json.EnumerateObject().Select(entry => $"{entry.Name}: {Of(entry.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", json.EnumerateArray().Select(Of))}]",
        JsonValueKind.Number => Of(decimal.Parse(json.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => json.GetRawText(),
    };

    private static bool IsSet(IEnumerable list) =>
        list.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ISet<>));

    private static string Sorted(IEnumerable<string> entries) => string.Join(", ", entries.Order(StringComparer.Ordinal));
}

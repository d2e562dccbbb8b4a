using System.Text;
using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// Reads values out of a request whose JSON types are already checked, and says which of DynamoDB's rules a value
/// breaks. The order in which the types are looked at is the service's.
/// </summary>
internal static class AttributeValueParser
{
    /// <summary>Levels that values may nest, the outermost included (developer guide, "Quotas").</summary>
    public const int MaxDepth = 32;

    /// <summary>Bytes that a name must stay below.</summary>
    private const int MaxNameSize = 65536;

    private const string Invalid = "One or more parameter values were invalid: ";
    public const string TooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit";

    private static readonly string[] Types = ["S", "B", "N", "BOOL", "NULL", "BS", "NS", "SS", "L", "M"];

    /// <summary>The fault in the service's words, or null and the value.</summary>
    public static string? Parse(JsonElement json, out AttributeValue value, int depth = 1)
    {
        value = NullValue.Instance;
        if (depth > MaxDepth)
            return TooDeep;
        if (json.ValueKind == JsonValueKind.Null)
            return Empty;
        var found = 0;
        if (HasOneMember(json, out var only))
            return ParseTyped(only.Name, only.Value, depth, ref value, ref found) ?? (found == 0 ? Empty : null);

        foreach (var type in Types)
            if (json.TryGetProperty(type, out var content) && content.ValueKind != JsonValueKind.Null
                && ParseTyped(type, content, depth, ref value, ref found) is { } fault)
                return fault;
        return found switch
        {
            0 => Empty,
            1 => null,
            _ => "Supplied AttributeValue has more than one datatypes set, "
                + "must contain exactly one of the supported datatypes",
        };
    }

    public static string? ParseItem(JsonElement json, out Item item, int depth = 1)
    {
        item = [];
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            var name = member.Name;
            if (FaultOf(name) is { } badName)
                return badName;
            if (Parse(member.Value, out var value, depth) is { } fault)
                return fault;
            item[name] = value;
        }

        return null;
    }

    /// <summary>What is wrong with an attribute's name, or null.</summary>
    public static string? FaultOf(string name) => name.Length switch
    {
        0 => "Empty attribute name",
        // No shorter text has as many bytes.
        >= MaxNameSize / 3 when Encoding.UTF8.GetByteCount(name) >= MaxNameSize =>
            $"Attribute name is too large, must be less than {MaxNameSize} bytes",
        _ => null,
    };

    private const string Empty =
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";

    private static bool HasOneMember(JsonElement json, out JsonProperty only)
    {
        using var members = json.EnumerateObject();
        only = default;
        if (!members.MoveNext())
            return false;
        only = members.Current;
        return !members.MoveNext() && only.Value.ValueKind != JsonValueKind.Null;
    }

    private static string? ParseTyped(
        string type, JsonElement content, int depth, ref AttributeValue value, ref int found)
    {
        string? fault = null;
        switch (type)
        {
            case "S":
                value = new StringValue(content.GetString()!);
                break;
            case "B":
                value = new BinaryValue(content.GetBytesFromBase64());
                break;
            case "N":
                fault = ParseNumber(content.GetString()!, out value);
                break;
            case "BOOL":
                value = new BooleanValue(content.AsFlag()!.Value);
                break;
            case "NULL":
                value = NullValue.Instance;
                fault = content.AsFlag() == true
                    ? null
                    : Invalid + "Null attribute value types must have the value of true";
                break;
            case "SS" or "NS" or "BS":
                fault = SetParser.Parse(Enum.Parse<AttributeType>(type), content, out value);
                break;
            case "L":
                fault = ParseList(content, depth, out value);
                break;
            case "M":
                fault = ParseItem(content, out var members, depth + 1);
                value = new MapValue(members);
                break;
            default:
                return null;
        }

        found++;
        return fault;
    }

    private static string? ParseList(JsonElement content, int depth, out AttributeValue value)
    {
        var elements = new List<AttributeValue>(content.GetArrayLength());
        value = new ListValue(elements);
        foreach (var element in content.EnumerateArray())
        {
            if (Parse(element, out var parsed, depth + 1) is { } fault)
                return fault;
            elements.Add(parsed);
        }

        return null;
    }

    internal static string? ParseNumber(string text, out AttributeValue value)
    {
        var fault = DynamoNumber.TryParse(text, out var number);
        value = new NumberValue(number);
        return fault switch
        {
            NumberFault.NotANumber when text.Length == 0 =>
                "The parameter cannot be converted to a numeric value",
            NumberFault.NotANumber => $"The parameter cannot be converted to a numeric value: {text}",
            NumberFault.Overflow =>
                "Number overflow. Attempting to store a number with magnitude larger than supported range",
            NumberFault.Underflow =>
                "Number underflow. Attempting to store a number with magnitude smaller than supported range",
            NumberFault.TooManyDigits => "Attempting to store more than 38 significant digits in a Number",
            _ => null,
        };
    }
}

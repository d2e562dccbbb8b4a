using System.Text.Json;

namespace Framework.LocalDynamoDB.Values;

/// <summary>Reads the three set types of a request: never empty, no member twice.</summary>
internal static class SetParser
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public static string? Parse(AttributeType type, JsonElement content, out AttributeValue value)
    {
        var members = new List<AttributeValue>(content.GetArrayLength());
        value = NullValue.Instance;
        if (content.GetArrayLength() == 0)
            return Invalid + EmptySet(type);
        foreach (var element in content.EnumerateArray())
        {
            if (ParseMember(type, element, out var member) is { } fault)
                return fault;
            members.Add(member);
        }

        if (new HashSet<AttributeValue>(members).Count < members.Count)
            return Duplicates(type, content);
        value = SetValue.Of(type, members);
        return null;
    }

    private static string? ParseMember(AttributeType type, JsonElement element, out AttributeValue member)
    {
        switch (type)
        {
            case AttributeType.SS:
                member = new StringValue(element.GetString() ?? "");
                return null;
            case AttributeType.NS:
                return AttributeValueParser.ParseNumber(element.GetString() ?? "", out member);
            default:
                member = new BinaryValue(element.ValueKind == JsonValueKind.Null ? [] : element.GetBytesFromBase64());
                return null;
        }
    }

    private static string EmptySet(AttributeType type) => type switch
    {
        AttributeType.SS => "An string set  may not be empty",
        AttributeType.NS => "An number set  may not be empty",
        _ => "Binary sets should not be empty",
    };

    private static string Duplicates(AttributeType type, JsonElement content)
    {
        var listed = $"[{string.Join(", ", content.EnumerateArray().Select(element => element.GetString()))}]";
        return type switch
        {
            AttributeType.SS => $"{Invalid}Input collection {listed} contains duplicates.",
            AttributeType.NS => "Input collection contains duplicates",
            _ => $"{Invalid}Input collection {listed}of type BS contains duplicates.",
        };
    }
}

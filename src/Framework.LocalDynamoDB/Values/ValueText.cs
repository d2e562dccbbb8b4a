namespace Framework.LocalDynamoDB.Values;

/// <summary>How the service's messages show a value.</summary>
internal static class ValueText
{
    public static string Describe(AttributeValue value) => $"AttributeValue: {{{value.Type}:{Content(value)}}}";

    private static string Content(AttributeValue value) => value switch
    {
        StringValue text => text.Text,
        NumberValue number => number.Number.ToString(),
        BinaryValue binary => Convert.ToBase64String(binary.Bytes),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        SetValue set => $"[{string.Join(", ", set.Members.Select(Content))}]",
        ListValue list => $"[{string.Join(", ", list.Elements.Select(Content))}]",
        MapValue map => $"{{{string.Join(", ", map.Members.Select(pair => $"{pair.Key}={Content(pair.Value)}"))}}}",
        _ => "true",
    };
}

using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Tests.Items;

public sealed class WordsConverter : IAttributeConverter<IReadOnlyList<string>>
{
    public static AttributeValue Write(IReadOnlyList<string> value) => TextValue.Of(string.Join(' ', value));

    public static IReadOnlyList<string> Read(StoredValue stored) =>
        TextValue.ToText(stored) is { Length: > 0 } text ? text.Split(' ') : [];
}

using Amazon.DynamoDBv2.Model;
using Framework.DynamoDB.Values;

namespace Framework.DynamoDB.Tests.Items;

public sealed class MoneyConverter : IAttributeConverter<Money>
{
    public static AttributeValue Write(Money value) =>
        ListValue.Of<AttributeValue>([NumberValue.Of(value.Amount), TextValue.Of(value.Currency ?? "")], part => part);

    public static Money Read(StoredValue stored) => stored.Value.L is [{ N: { } amount }, { S: { } currency }]
        ? new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency)
        : throw stored.Mismatch("an amount and a currency");
}

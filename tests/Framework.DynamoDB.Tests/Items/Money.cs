namespace Framework.DynamoDB.Tests.Items;

[Converter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency);

namespace Framework.DynamoDB.Tests.Items;

public sealed record CardPayment(
    string Payer, int Number, Address From, IReadOnlyList<Address> Stops, Dictionary<string, int> Counts,
    string Card, Shape? Seal = null, long Version = 0) : Payment(Payer, Number, From, Stops, Counts, Seal, Version);

namespace Framework.DynamoDB.Tests.Items;

/// <summary>An item of one of several types, with values within values.</summary>
[Table]
[PrimaryKey("PAYER#{Payer}", "PAYMENT#{Number:D4}")]
[DerivedType(typeof(CardPayment), "card")]
[DerivedType(typeof(Voucher), "voucher")]
public abstract partial record Payment(
    string Payer, int Number, Address From, IReadOnlyList<Address> Stops, Dictionary<string, int> Counts,
    Shape? Seal = null, [Version] long Version = 0);

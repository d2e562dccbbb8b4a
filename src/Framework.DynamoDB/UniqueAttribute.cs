namespace Framework.DynamoDB;

/// <summary>No two items of the type have the same value; null is no value. A write of a taken one ends in
/// <see cref="Errors.NotUniqueException"/>.</summary>
/// <remarks>Each value is also the key of a small item of its own in the same table, <c>UNIQUE#type#property#value</c>,
/// which is written in one transaction with the item: a write of a unique value costs four times the capacity of a plain
/// one, and reads the item first where there may be an old value to free. The table's keys must be text. Values are compared
/// as they are stored: bring an e-mail address to one case before. An item that lacks the attribute has no such value,
/// no matter what the absent attribute is read as.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UniqueAttribute : Attribute;

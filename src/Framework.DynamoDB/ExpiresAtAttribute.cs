namespace Framework.DynamoDB;

/// <summary>When the item expires, a <see cref="DateTimeOffset"/> or null for never. Stored in whole epoch seconds, as
/// DynamoDB's time to live wants it.</summary>
/// <remarks>DynamoDB deletes an expired item within days, see
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">its documentation</see>; to the
/// table an item is gone from the second on that it names.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ExpiresAtAttribute : Attribute;

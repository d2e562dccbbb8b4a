using System.ComponentModel;

namespace Framework.DynamoDB.Expressions;

/// <summary>A key of an index that an attribute is a part of, and that must follow it.</summary>
/// <typeparam name="TValue">What the attribute holds.</typeparam>
/// <param name="Name">The attribute that holds the key.</param>
/// <param name="Write">Gives the key for a value, null for none; null where other attributes are a part of it as
/// well.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DerivedKey<TValue>(string Name, Func<TValue, KeyValue?>? Write);

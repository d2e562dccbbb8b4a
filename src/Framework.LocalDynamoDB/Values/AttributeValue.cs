namespace Framework.LocalDynamoDB.Values;

/// <summary>
/// One DynamoDB value. Equality is DynamoDB's: numbers by value, sets without order, lists and maps deep.
/// </summary>
internal abstract class AttributeValue : IEquatable<AttributeValue>
{
    public abstract AttributeType Type { get; }

    /// <summary>The bytes that DynamoDB counts for this value, without its name.</summary>
    public abstract int Size { get; }

    public abstract bool Equals(AttributeValue? other);

    public sealed override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    public abstract override int GetHashCode();

    /// <summary>A copy that can be changed without changing this one.</summary>
    public virtual AttributeValue Copy() => this;
}

namespace Framework.LocalDynamoDB.Values;

/// <summary>A string, number or binary set: members of one scalar type, none twice, in DynamoDB's order.</summary>
internal sealed class SetValue(AttributeType type, IReadOnlyList<AttributeValue> members) : AttributeValue
{
    public IReadOnlyList<AttributeValue> Members { get; } = members;

    public override AttributeType Type { get; } = type;

    public AttributeType MemberType => MemberTypeOf(Type);

    public override int Size
    {
        get
        {
            var size = 0;
            for (var i = 0; i < Members.Count; i++)
                size += Members[i].Size;
            return size;
        }
    }

    public static AttributeType MemberTypeOf(AttributeType setType) => setType switch
    {
        AttributeType.SS => AttributeType.S,
        AttributeType.NS => AttributeType.N,
        AttributeType.BS => AttributeType.B,
        _ => throw new ArgumentOutOfRangeException(nameof(setType)),
    };

    /// <summary>A set of members that come in any order.</summary>
    public static SetValue Of(AttributeType type, IEnumerable<AttributeValue> members) =>
        new(type, [.. members.Order(ValueOrder.Comparer)]);

    public SetValue Union(SetValue other)
    {
        var present = new HashSet<AttributeValue>(Members);
        return Of(Type, [.. Members, .. other.Members.Where(present.Add)]);
    }

    public SetValue Except(SetValue other)
    {
        var removed = new HashSet<AttributeValue>(other.Members);
        return new(Type, [.. Members.Where(member => !removed.Contains(member))]);
    }

    public override bool Equals(AttributeValue? other) =>
        other is SetValue that && that.Type == Type && that.Members.Count == Members.Count
        && new HashSet<AttributeValue>(Members).SetEquals(that.Members);

    public override int GetHashCode()
    {
        var sum = 0;
        foreach (var member in Members)
            sum = unchecked(sum + member.GetHashCode());
        return sum;
    }
}

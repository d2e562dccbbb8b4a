namespace Framework.Generators.Tables.Models;

/// <summary>A type with <c>[Table]</c>, with everything that its mapping is written from.</summary>
/// <param name="Place">Where it is declared.</param>
/// <param name="CopiesWithVersion">Whether <c>with</c> can set the version.</param>
/// <param name="TypeName">What its items store as <c>_type</c>; null for nothing.</param>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key.</param>
/// <param name="Indexes">The secondary indexes.</param>
/// <param name="Shape">Its properties.</param>
/// <param name="Union">The types that its items may be of; null for itself only.</param>
/// <param name="Cases">The properties of these types.</param>
/// <param name="Nested">The types of its values that are stored as maps of their own.</param>
/// <param name="Unions">The types among them whose values are of one of several types.</param>
/// <param name="Enums">The enums of its values.</param>
internal sealed record TableModel(
    TypePlace Place,
    bool CopiesWithVersion,
    string? TypeName,
    KeyPartModel Partition,
    KeyPartModel? Sort,
    EquatableArray<IndexModel> Indexes,
    ShapeModel Shape,
    UnionModel? Union,
    EquatableArray<ShapeModel> Cases,
    EquatableArray<ShapeModel> Nested,
    EquatableArray<UnionModel> Unions,
    EquatableArray<EnumModel> Enums)
{
    /// <summary>The keys that are stored in attributes of their own.</summary>
    public IEnumerable<KeyPartModel> ComposedKeys => new[] { Partition, Sort }
        .Concat(Indexes.Where(index => !index.IsLocal).SelectMany(index => new[] { index.Partition, index.Sort }))
        .OfType<KeyPartModel>()
        .Where(key => key.IsComposed);

    /// <summary>The properties of which no two items have the same value.</summary>
    public IEnumerable<MemberModel> Unique => Cases.Prepend(Shape)
        .SelectMany(shape => shape.Members)
        .Where(member => member.IsUnique)
        .GroupBy(member => member.Attribute)
        .Select(same => same.First());

    /// <summary>Whether the property is a part of the item's key.</summary>
    public bool IsInKey(MemberModel member) =>
        Partition.Members.Contains(member) || Sort?.Members.Contains(member) == true;

    /// <summary>The property with a role: the item's own, or that of a type that it may be of.</summary>
    public MemberModel? Find(MemberRole role) => Cases
        .Prepend(Shape)
        .SelectMany(shape => shape.Members)
        .FirstOrDefault(member => member.Role == role);
}

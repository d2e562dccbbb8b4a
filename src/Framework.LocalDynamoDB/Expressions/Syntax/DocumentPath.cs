namespace Framework.LocalDynamoDB.Expressions.Syntax;

/// <summary>A path such as <c>a.b[3]</c>; it starts with a name.</summary>
internal sealed class DocumentPath(IReadOnlyList<PathElement> elements) : IEquatable<DocumentPath>
{
    public IReadOnlyList<PathElement> Elements { get; } = elements;

    /// <summary>The attribute that the path starts at.</summary>
    public string Head => Elements[0].Name!;

    public bool IsNested => Elements.Count > 1;

    public static DocumentPath Of(string attribute) => new([PathElement.Of(attribute)]);

    public bool Equals(DocumentPath? other) => other is not null && Elements.SequenceEqual(other.Elements);

    public override bool Equals(object? obj) => Equals(obj as DocumentPath);

    public override int GetHashCode() =>
        Elements.Aggregate(0, (hash, element) => HashCode.Combine(hash, element));

    /// <summary>As the service's messages show a path: <c>[a, b, [3]]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Elements)}]";
}

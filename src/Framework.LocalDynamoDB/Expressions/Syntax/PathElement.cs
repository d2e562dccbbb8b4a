namespace Framework.LocalDynamoDB.Expressions.Syntax;

/// <summary>One step of a document path: a name, or an index where the name is null.</summary>
internal readonly record struct PathElement(string? Name, int Index)
{
    public bool IsIndex => Name is null;

    public static PathElement Of(string name) => new(name, 0);

    public static PathElement At(int index) => new(null, index);

    public override string ToString() => IsIndex ? $"[{Index}]" : Name!;
}

namespace Framework.LocalDynamoDB.Validation;

/// <summary>A named member of a structure.</summary>
internal sealed record Member(string Name, Shape Shape, bool NotNull = false)
{
    public static Member Required(string name, Shape shape) => new(name, shape, NotNull: true);

    public static Member Optional(string name, Shape shape) => new(name, shape);

    /// <summary>The name as it appears in constraint paths.</summary>
    public string PathName { get; } = char.ToLowerInvariant(Name[0]) + Name[1..];
}

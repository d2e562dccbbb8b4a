using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The library's attributes of one property. On a record they may be on the constructor's parameter,
/// with or without <c>property:</c>.</summary>
internal sealed class PropertyMarks
{
    public List<string> Roles { get; } = [];

    public bool IsIgnored { get; private set; }

    public bool IsAsNumber { get; private set; }

    public bool IsUnique { get; private set; }

    public string? AttributeName { get; private set; }

    /// <summary>The indexes whose partition key it is.</summary>
    public List<string> IndexPartitionKeys { get; } = [];

    /// <summary>The indexes whose sort key it is.</summary>
    public List<string> IndexSortKeys { get; } = [];

    /// <summary>The attribute that names its converter.</summary>
    public AttributeData? Converter { get; private set; }

    /// <summary>The marks that only a stored property can have, by name.</summary>
    public IEnumerable<string> Meanings => Roles
        .Concat(IndexPartitionKeys.Count > 0 ? ["IndexPartitionKey"] : [])
        .Concat(IndexSortKeys.Count > 0 ? ["IndexSortKey"] : [])
        .Concat(IsUnique ? ["Unique"] : []);

    public MemberRole Role =>
        Roles.Count > 0 && Enum.TryParse<MemberRole>(Roles[0], out var role) ? role : MemberRole.None;

    public static PropertyMarks Of(IPropertySymbol property)
    {
        var marks = new PropertyMarks();
        foreach (var attribute in Hierarchy.Overridden(property).SelectMany(Attributes))
            if (attribute.IsOf(WellKnown.Namespace))
                marks.Add(attribute);
        return marks;
    }

    /// <summary>The marks of a property by its name, in the type or those that it derives from.</summary>
    public static PropertyMarks? Of(INamedTypeSymbol type, string property) =>
        Hierarchy.Property(type, property) is { } found ? Of(found) : null;

    private static IEnumerable<AttributeData> Attributes(IPropertySymbol property) => property.GetAttributes()
        .Concat(property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.GetAttributes()));

    private void Add(AttributeData attribute)
    {
        switch (attribute.AttributeClass!.Name)
        {
            case WellKnown.Ignore:
                IsIgnored = true;
                break;
            case WellKnown.AsNumber:
                IsAsNumber = true;
                break;
            case WellKnown.Unique:
                IsUnique = true;
                break;
            case WellKnown.AttributeName:
                AttributeName = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
                break;
            case WellKnown.IndexPartitionKey:
                IndexPartitionKeys.Add(attribute.Text(0) ?? "");
                break;
            case WellKnown.IndexSortKey:
                IndexSortKeys.Add(attribute.Text(0) ?? "");
                break;
            case WellKnown.Converter:
                Converter = attribute;
                break;
            case var name:
                var role = name.Substring(0, name.Length - "Attribute".Length);
                if (!Roles.Contains(role))
                    Roles.Add(role);
                break;
        }
    }
}

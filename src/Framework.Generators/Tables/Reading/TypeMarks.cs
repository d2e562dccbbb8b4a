using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The library's attributes of one type.</summary>
internal sealed class TypeMarks
{
    /// <summary>The attribute that composes the table's keys.</summary>
    public AttributeData? Key { get; private set; }

    /// <summary>The attributes that compose the keys of indexes.</summary>
    public List<AttributeData> Indexes { get; } = [];

    /// <summary>The attributes that name the types that a value may be of.</summary>
    public List<AttributeData> DerivedTypes { get; } = [];

    /// <summary>The name of the type that the author wants to be stored.</summary>
    public string? TypeName { get; private set; }

    /// <summary>The attribute that names the type's converter.</summary>
    public AttributeData? Converter { get; private set; }

    public static TypeMarks Of(ITypeSymbol type)
    {
        var marks = new TypeMarks();
        foreach (var attribute in type.GetAttributes())
            if (attribute.IsOf(WellKnown.Namespace))
                marks.Add(attribute);
        return marks;
    }

    private void Add(AttributeData attribute)
    {
        switch (attribute.AttributeClass!.Name)
        {
            case WellKnown.PrimaryKey:
                Key = attribute;
                break;
            case WellKnown.Index:
                Indexes.Add(attribute);
                break;
            case WellKnown.DerivedType:
                DerivedTypes.Add(attribute);
                break;
            case WellKnown.Converter:
                Converter = attribute;
                break;
            case WellKnown.TableName:
                TypeName = attribute.Named("Type");
                break;
        }
    }
}

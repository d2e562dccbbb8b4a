using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds how values of a type are stored.</summary>
internal sealed class ValueReader(PlainNames names, MapReader maps, EnumReader enums, ConverterReader converters)
{
    private const string Advice =
        "use text, a number, bool, Guid, DateTimeOffset, DateOnly, TimeOnly, TimeSpan, byte[], JsonElement, an enum, a "
        + "record of such, or a List, HashSet or Dictionary<string, T> of them, or leave it out with [Ignore]";

    /// <summary>How a property's value is stored.</summary>
    /// <param name="type">The property's type.</param>
    /// <param name="asNumber">Whether an enum is to be stored by its number.</param>
    /// <param name="problem">What would be right, where there is no such way.</param>
    public ValueModel? Read(ITypeSymbol type, bool asNumber, out string? problem)
    {
        problem = null;
        if (TypeMarks.Of(type).Converter is { } converter)
            return converters.Read(converter, type);
        if (type.IsNullableValue())
            return Nullable(Read(type.Bare(), asNumber, out problem), type);
        var value = Scalars.Find(type, names)
            ?? Collection(type, asNumber, ref problem)
            ?? (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? enums.Read(enumeration, asNumber) : null);
        if (value is null && problem is null)
            value = Map(type, ref problem);
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? Nullable(value, type)
            : value;
    }

    /// <summary>How a property's value is stored by a converter of its own.</summary>
    public ValueModel? Convert(AttributeData converter, ITypeSymbol type) => converters.Read(converter, type);

    private ValueModel? Nullable(ValueModel? value, ITypeSymbol type) =>
        value is null ? null : value with { Type = names.Of(type), IsNullable = true };

    private ValueModel? Collection(ITypeSymbol type, bool asNumber, ref string? problem)
    {
        if (Collections.Find(type) is not { } form)
            return null;
        var element = Read(form.Element, asNumber, out problem);
        if (element is null)
            return null;
        if (form.Kind == ValueKind.Set && (element.IsNullable || element.Kind > ValueKind.Binary))
        {
            problem = "a set holds text, numbers or binary, and never null; use a List";
            return null;
        }
        return element is { IsNullable: false, CanBeAbsent: true }
            ? Refuse("a set or JSON cannot be an element, since an empty one is stored by its absence", ref problem)
            : new(names.Of(type), form.Kind, form.Writer, form.Reader) { Element = element, Empty = string.Format(form.Empty, element.Type) };
    }

    private ValueModel? Map(ITypeSymbol type, ref string? problem) => type switch
    {
        { Name: "DateTime", ContainingNamespace.Name: "System" } =>
            Refuse("use DateTimeOffset, which names one instant wherever it is read", ref problem),
        INamedTypeSymbol named when MapReader.IsCandidate(named) => maps.Read(named),
        { IsAbstract: true } => Refuse("name a concrete type, or the types that it may be of with [DerivedType]", ref problem),
        _ => Refuse(Advice, ref problem),
    };

    private static ValueModel? Refuse(string advice, ref string? problem)
    {
        problem = advice;
        return null;
    }
}

using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads a body's type and the types in it: what JSON calls their members, whether their collections may hold
/// nulls, and whether all of them can be constructed.</summary>
internal sealed class BodyReader(IParameterSymbol body)
{
    private const string Json = "System.Text.Json.Serialization.";

    private readonly List<FieldNamesModel> _types = [];
    private readonly HashSet<string> _seen = [];
    private readonly List<DiagnosticInfo> _ignored = [];
    private bool _allowsNullItems;
    private (ITypeSymbol Type, string Problem)? _unmakable;
    private IPropertySymbol? _reset;

    public static BodyModel Read(IParameterSymbol body, Action<DiagnosticInfo> report)
    {
        var reader = new BodyReader(body);
        var first = reader.Visit(body.Type);
        if (reader._unmakable is var (type, problem))
        {
            var name = TypeNames.ForPeople(type.WithNullableAnnotation(NullableAnnotation.None));
            report(DiagnosticInfo.Of(EndpointDiagnostics.UnmakableBody, LocationInfo.Of(body), body.Name, name, problem));
        }
        if (reader._reset is { } property)
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.LostDefault, LocationInfo.Of(property), property.Name, property.ContainingType.Name));
        }
        foreach (var ignored in reader._ignored)
            report(ignored);
        return new BodyModel(reader._allowsNullItems, reader.Named(first));
    }

    /// <summary>Whether JSON says which derived type is meant.</summary>
    public static bool HasDerivedTypes(ITypeSymbol type) => type.Has(Json + "JsonDerivedTypeAttribute");

    // The name of the type whose members a path goes on with; null where it ends.
    private string? Visit(ITypeSymbol type)
    {
        if (Item(type) is { } item)
        {
            _allowsNullItems |= item.IsReferenceType && item.NullableAnnotation != NullableAnnotation.NotAnnotated;
            return Visit(item);
        }
        if (type.IsTupleType)
            _unmakable ??= (type, "System.Text.Json leaves empty, for a tuple has no properties: use a record");
        if (type is not INamedTypeSymbol named || type.TypeKind == TypeKind.Enum || type.IsSystem() || type.Has(Json + "JsonConverterAttribute"))
            return null;
        var name = TypeNames.Of(type);
        if (!_seen.Add(name))
            return name;
        if (type.IsAbstract && !HasDerivedTypes(type))
            _unmakable ??= (type, "is abstract: add [JsonDerivedType(typeof(...), \"...\")] to it for each type that it can be");
        if (LosesConstructor(named))
            _unmakable ??= (type, "System.Text.Json makes without its constructor, zeroes for what is missing: mark that with [JsonConstructor], which is [method: JsonConstructor] before a record struct, or use a record class");
        var fields = new List<FieldNameModel>();
        foreach (var level in named.Levels().TakeWhile(level => !level.IsSystem()).Concat(DerivedTypes(named)))
        {
            var properties = Properties(level).ToList();
            _reset ??= properties.FirstOrDefault(LosesDefault);
            _ignored.AddRange(IgnoredRules.Find(level, properties, body));
            if (properties.FirstOrDefault(LosesNullability) is { } property)
                _unmakable ??= (named, $"lets '{property.Name}' be null, whose type System.Text.Json does not know to be otherwise: add where {property.OriginalDefinition.Type.Name} : notnull to {level.Name}");
            fields.AddRange(properties.Select(property => new FieldNameModel(property.Name, JsonName(property), Inside(property))));
        }
        _types.Add(new FieldNamesModel(name, type.Name, fields.Distinct().ToEquatableArray()));
        return name;
    }

    private string? Inside(IPropertySymbol property) => property.Has(Json + "JsonConverterAttribute") ? null : Visit(property.Type);

    // A type is listed only where it holds a JSON name that differs from the usual one, at any depth.
    private EquatableArray<FieldNamesModel> Named(string? first)
    {
        var listed = new HashSet<string>();
        while (_types.FirstOrDefault(type => !listed.Contains(type.TypeName) && type.Fields.Any(IsListed)) is { } next)
            listed.Add(next.TypeName);
        return first is null || !listed.Contains(first)
            ? []
            : _types.Where(type => listed.Contains(type.TypeName))
                .Select(type => type with { Fields = type.Fields.Where(IsListed).Select(Shorten).ToEquatableArray() })
                .OrderBy(type => type.TypeName != first)
                .ToEquatableArray();

        bool IsListed(FieldNameModel field) => field.JsonName is not null || (field.Inside is { } inside && listed.Contains(inside));

        FieldNameModel Shorten(FieldNameModel field) => field.Inside is { } inside && !listed.Contains(inside) ? field with { Inside = null } : field;
    }

    // A struct always has a constructor without parameters too. It is used unless an attribute names another.
    private static bool LosesConstructor(INamedTypeSymbol type) => type.TypeKind == TypeKind.Struct
        && type.Locations.Any(location => location.IsInSource)
        && type.InstanceConstructors.Any(constructor => constructor.Parameters.Length > 0)
        && !type.InstanceConstructors.Any(constructor => constructor.Has(Json + "JsonConstructorAttribute"));

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
            && !JsonIgnore.IsIgnored(property)
            && (property.SetMethod is not null || IsParameter(property)));

    // The code that System.Text.Json generates sets every init property, also absent ones, to the default of their type.
    private static bool LosesDefault(IPropertySymbol property) => property is { SetMethod.IsInitOnly: true, IsRequired: false }
        && !IsParameter(property)
        && property.DeclaringSyntaxReferences.Any(syntax => syntax.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null });

    // A T without a constraint may be null for System.Text.Json, also where it is a string.
    private static bool LosesNullability(IPropertySymbol property) => property.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
        && property.OriginalDefinition.Type is ITypeParameterSymbol
        {
            NullableAnnotation: NullableAnnotation.NotAnnotated, HasNotNullConstraint: false, HasReferenceTypeConstraint: false, ConstraintTypes.IsEmpty: true,
        }
        && property.Locations.Any(location => location.IsInSource);

    private static bool IsParameter(IPropertySymbol property) => property.ContainingType.InstanceConstructors
        .Any(constructor => constructor.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The types that JSON can hold in place of this one, by a discriminator.</summary>
    public static IEnumerable<INamedTypeSymbol> DerivedTypes(INamedTypeSymbol type) => type.GetAttributes()
        .Where(attribute => attribute.Is(Json + "JsonDerivedTypeAttribute"))
        .Select(attribute => attribute.Type(0))
        .OfType<INamedTypeSymbol>();

    private static string? JsonName(IPropertySymbol property) => property.Attribute(Json + "JsonPropertyNameAttribute")?.Text(0);

    // What a nullable value, an array, a list or a dictionary holds.
    private static ITypeSymbol? Item(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is not INamedTypeSymbol named || type.SpecialType == SpecialType.System_String)
            return null;
        if (named.IsNullableValue())
            return named.TypeArguments[0];
        var interfaces = named.AllInterfaces.Prepend(named).ToList();
        return interfaces.FirstOrDefault(candidate => candidate is { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments.Length: 2 })?.TypeArguments[1]
            ?? interfaces.FirstOrDefault(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }
}

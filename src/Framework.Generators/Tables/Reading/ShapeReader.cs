using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds the stored properties of a type, and how the type is constructed from them.</summary>
/// <param name="place">The type that the generated code stands in, and that sees what it sees.</param>
/// <param name="compilation">The author's code.</param>
/// <param name="values">Finds how values are stored.</param>
/// <param name="names">Writes types.</param>
/// <param name="report">Is called for each mistake.</param>
internal sealed class ShapeReader(
    INamedTypeSymbol place, Compilation compilation, ValueReader values, PlainNames names, Action<DiagnosticInfo> report)
{
    private const int MaxAttributeName = 65535;
    private const int MaxKeyName = 255;

    private readonly DefaultReader _defaults = new(place, compilation, report);

    /// <summary>The stored properties of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">Its name in the names of its methods.</param>
    /// <param name="isItem">Whether its properties may be keys and the like.</param>
    public ShapeModel Read(INamedTypeSymbol type, string name, bool isItem)
    {
        var properties = Properties(type).ToList();
        var constructor = FindConstructor(type, properties, place);
        if (constructor is null && !type.IsAbstract)
            report(DiagnosticInfo.Of(TableDiagnostics.NoConstructor, LocationInfo.Of(type), type.Name));
        var stored = properties
            .Select(property => (Property: property, Parameter: constructor is null ? null : Find(constructor, property)))
            .Where(found => found.Parameter is not null || IsSettable(found.Property, type, place))
            .OrderBy(found => found.Parameter?.Ordinal ?? int.MaxValue)
            .ToList();
        var members = stored
            .Select(found => ReadMember(found.Property, found.Parameter, isItem))
            .OfType<MemberModel>()
            .ToList();
        ReportDuplicates(type, members);
        var rules = new StorageCheck(compilation, report);
        rules.CheckNotStored(type, [.. stored.Select(found => found.Property)], isItem);
        if (constructor is not null)
            rules.CheckRequired(
                type, constructor, [.. stored.Where(found => found.Parameter is null).Select(found => found.Property)]);
        return new(names.Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), name, members.ToEquatableArray());
    }

    /// <summary>The properties of a view, stored as those of its item.</summary>
    public ShapeModel ReadView(INamedTypeSymbol view, INamedTypeSymbol item, Action<DiagnosticInfo> reportView)
    {
        var properties = Properties(view).ToList();
        var constructor = FindConstructor(view, properties, view);
        if (constructor is null)
            reportView(DiagnosticInfo.Of(TableDiagnostics.NoConstructor, LocationInfo.Of(view), view.Name));
        var stored = Properties(item).ToList();
        var itemConstructor = FindConstructor(item, stored, item);
        var members = new List<(int Order, MemberModel Member)>();
        foreach (var property in properties)
        {
            var parameter = constructor is null ? null : Find(constructor, property);
            if (parameter is null && !IsSettable(property, view, view))
                continue;
            var source = stored.FirstOrDefault(found => found.Name == property.Name);
            var sourceParameter = source is null || itemConstructor is null ? null : Find(itemConstructor, source);
            if (source is null || (sourceParameter is null && !IsSettable(source, item, item))
                || !SymbolEqualityComparer.IncludeNullability.Equals(source.Type, property.Type))
                reportView(DiagnosticInfo.Of(
                    TableDiagnostics.UnknownProjection, LocationInfo.Of(property), property.Name,
                    property.Type.ToDisplayString(), item.Name));
            else if (ReadMember(source, sourceParameter, isItem: true) is { } member)
                members.Add((
                    parameter?.Ordinal ?? int.MaxValue,
                    member with { Parameter = parameter?.Name, Default = member.Default ?? Default(source, parameter, member) }));
        }
        return new(
            names.Of(view.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            view.Name,
            members.OrderBy(found => found.Order).Select(found => found.Member).ToEquatableArray());
    }

    // A view reads an absent attribute as its item does. Only where the item requires the attribute may the view have a default.
    private string? Default(IPropertySymbol source, IParameterSymbol? parameter, MemberModel member) =>
        parameter is { HasExplicitDefaultValue: true } ? _defaults.Read(source, parameter, member.Value, member.Role) : null;

    private MemberModel? ReadMember(IPropertySymbol property, IParameterSymbol? parameter, bool isItem)
    {
        var marks = PropertyMarks.Of(property);
        var location = LocationInfo.Of(property);
        if (marks.IsAsNumber && !IsEnum(property.Type))
            report(DiagnosticInfo.Of(
                TableDiagnostics.NotAnEnum, location, property.Name, property.Type.ToDisplayString()));
        var role = isItem ? marks.Role : MemberRole.None;
        var value = role == MemberRole.ExpiresAt
            ? RoleTypes.ExpiresAt(property, names, report)
            : marks.Converter is { } converter
            ? values.Convert(converter, property.Type)
            : values.Read(property.Type, marks.IsAsNumber, out var problem) ?? Unsupported(property, location, problem);
        if (value is null)
            return null;
        RoleTypes.Check(property, role, value, report);
        var method = !isItem ? null : marks.IndexSortKeys.Count > 0 ? "Sort" : marks.IndexPartitionKeys.Count > 0 ? "Partition" : null;
        if (method is not null && value.KeyWriter is null)
            RoleTypes.ReportKey(property, report);
        var attribute = marks.AttributeName ?? Naming.CamelCase(property.Name);
        var length = System.Text.Encoding.UTF8.GetByteCount(attribute);
        var most = role is MemberRole.PartitionKey or MemberRole.SortKey ? MaxKeyName : MaxAttributeName;
        if (length < 1 || length > most)
            report(DiagnosticInfo.Of(
                TableDiagnostics.InvalidAttributeName, location, property.Name, $"{length}", $"{most}"));
        if (attribute.StartsWith("aws:", StringComparison.Ordinal))
            report(DiagnosticInfo.Of(TableDiagnostics.ReservedName, location, property.Name, attribute));
        var absent = _defaults.Read(property, parameter, value, role);
        return new(property.Name, attribute, value, role, parameter?.Name, absent)
        {
            IsDefaultStored = DefaultReader.IsStored(property, value, role, absent),
            KeyMethod = value.KeyWriter?.Contains("{1}") == true ? method : null,
            IsUnique = isItem && marks.IsUnique,
            MinLength = Lengths.Min(property, parameter),
        };
    }

    private ValueModel? Unsupported(IPropertySymbol property, LocationInfo? location, string? problem)
    {
        if (problem is not null)
            report(DiagnosticInfo.Of(
                TableDiagnostics.UnsupportedType, location, property.Name, property.Type.ToDisplayString(), problem));
        return null;
    }

    private void ReportDuplicates(INamedTypeSymbol type, List<MemberModel> members)
    {
        foreach (var same in members.GroupBy(member => member.Attribute).Where(same => same.Count() > 1))
            report(DiagnosticInfo.Of(
                TableDiagnostics.DuplicateAttribute,
                LocationInfo.Of(Hierarchy.Property(type, same.Last().Property) ?? (ISymbol)type),
                same.First().Property,
                same.Last().Property,
                same.Key));
    }

    private static bool IsEnum(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        IArrayTypeSymbol array => IsEnum(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } generic => IsEnum(generic.TypeArguments.Last()),
        _ => false,
    };

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type) => Hierarchy.Properties(type)
        .Where(property => property.DeclaredAccessibility == Accessibility.Public && Hierarchy.Getter(property) is not null)
        .Where(property => !PropertyMarks.Of(property).IsIgnored);

    private IMethodSymbol? FindConstructor(
        INamedTypeSymbol type, List<IPropertySymbol> properties, INamedTypeSymbol within) =>
        type.InstanceConstructors
            .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, within))
            .Where(constructor => constructor.Parameters is not [var only]
                || !SymbolEqualityComparer.Default.Equals(only.Type, type))
            .OrderByDescending(constructor => constructor.Parameters.Length)
            .FirstOrDefault(constructor => constructor.Parameters.All(parameter =>
                parameter.IsOptional || properties.Any(property => Matches(parameter, property))));

    private static IParameterSymbol? Find(IMethodSymbol constructor, IPropertySymbol property) =>
        constructor.Parameters.FirstOrDefault(parameter => Matches(parameter, property));

    private static bool Matches(IParameterSymbol parameter, IPropertySymbol property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);

    private bool IsSettable(IPropertySymbol property, INamedTypeSymbol type, INamedTypeSymbol within) =>
        Hierarchy.Setter(property) is { } set && compilation.IsSymbolAccessibleWithin(set, within, throughType: type);
}

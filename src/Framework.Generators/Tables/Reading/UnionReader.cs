using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds the types that a value may have, as <c>[DerivedType]</c> names them.</summary>
internal sealed class UnionReader(PlainNames names, MethodNames methods, Action<DiagnosticInfo> report)
{
    /// <summary>The types of a value, and how each is called in the generated code.</summary>
    /// <param name="type">The type that names the others.</param>
    /// <param name="name">Its name in the names of its methods.</param>
    /// <param name="typeName">The text by which the type itself is stored, where nothing else names it.</param>
    /// <param name="add">Takes each type and its name in the names of its methods.</param>
    public UnionModel Read(INamedTypeSymbol type, string name, string typeName, Action<INamedTypeSymbol, string> add)
    {
        var named = TypeMarks.Of(type).DerivedTypes.Where(attribute => Check(type, attribute))
            .Select(attribute => (Type: attribute.Type(0)!, Discriminator: attribute.Text(1) ?? ""))
            .ToList();
        if (!type.IsAbstract && !named.Any(found => IsSame(found.Type, type)))
            named.Add((type, typeName));
        ReportTwice(type, named);
        var cases = named
            .OrderByDescending(found => Depth(found.Type))
            .Select(found => (found.Type, Model: Case(found.Type, found.Discriminator, IsSame(found.Type, type))))
            .ToList();
        foreach (var found in cases)
            add(found.Type, found.Model.Method);
        return new(
            names.Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            name,
            cases.Select(found => found.Model).ToEquatableArray(),
            cases.FirstOrDefault(found => IsSame(found.Type, type)).Model);
    }

    private DerivedModel Case(INamedTypeSymbol type, string discriminator, bool isBase)
    {
        var local = Naming.Local(type.Name);
        return new(
            names.Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            local is "item" or "attributes" ? local + "Value" : local,
            discriminator,
            methods.Take(isBase ? "Plain" + type.Name : type.Name),
            type.IsSealed || type.IsValueType);
    }

    private bool Check(INamedTypeSymbol type, AttributeData attribute)
    {
        var derived = attribute.Type(0);
        if (derived is { IsAbstract: false, IsUnboundGenericType: false } && (IsSame(derived, type) || Bases(derived).Any(found => IsSame(found, type))))
            return true;
        report(DiagnosticInfo.Of(
            TableDiagnostics.NotDerived, attribute.Location(), derived?.Name ?? "It", type.Name));
        return false;
    }

    private void ReportTwice(INamedTypeSymbol type, List<(INamedTypeSymbol Type, string Discriminator)> named)
    {
        var texts = named.GroupBy(found => $"'{found.Discriminator}'").Where(same => same.Count() > 1).Select(same => same.Key);
        var types = named.GroupBy(found => found.Type.ToDisplayString()).Where(same => same.Count() > 1).Select(same => same.Key);
        if (texts.Concat(types).FirstOrDefault() is { } twice)
            report(DiagnosticInfo.Of(TableDiagnostics.DerivedTwice, LocationInfo.Of(type), type.Name, twice));
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
        foreach (var contract in type.AllInterfaces)
            yield return contract;
    }

    private static int Depth(INamedTypeSymbol type) => Bases(type).Count();

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}

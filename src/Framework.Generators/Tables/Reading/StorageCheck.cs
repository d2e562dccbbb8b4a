using Framework.Generators.Tables.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds properties that are not stored, although the author may expect it.</summary>
internal sealed class StorageCheck(Compilation compilation, Action<DiagnosticInfo> report)
{
    private const string SetsRequiredMembers = "SetsRequiredMembersAttribute";

    /// <summary>Reports properties with a role, and properties that hold a value, that are not stored.</summary>
    /// <param name="type">The type.</param>
    /// <param name="stored">Its properties that are stored.</param>
    /// <param name="isItem">Whether its properties may be keys and the like.</param>
    public void CheckNotStored(INamedTypeSymbol type, IReadOnlyCollection<IPropertySymbol> stored, bool isItem)
    {
        foreach (var property in Hierarchy.Properties(type))
        {
            var marks = PropertyMarks.Of(property);
            if (marks.IsIgnored || stored.Contains(property, SymbolEqualityComparer.Default))
                continue;
            if (isItem && marks.Meanings.FirstOrDefault() is { } meaning)
                report(DiagnosticInfo.Of(
                    TableDiagnostics.MeaningNotStored, LocationInfo.Of(property), property.Name, meaning));
            else if (property.DeclaredAccessibility == Accessibility.Public && HoldsValue(property))
                report(DiagnosticInfo.Of(TableDiagnostics.NotStored, LocationInfo.Of(property), property.Name));
        }
    }

    /// <summary>Reports required members that are not set when the type is constructed from its attributes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="constructor">How it is made.</param>
    /// <param name="initialized">The properties that are set in addition.</param>
    public void CheckRequired(
        INamedTypeSymbol type, IMethodSymbol constructor, IReadOnlyCollection<IPropertySymbol> initialized)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: SetsRequiredMembers }))
            return;
        foreach (var member in Hierarchy.Types(type).SelectMany(current => current.GetMembers()))
            if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                && !initialized.Any(property => property.Name == member.Name))
                report(DiagnosticInfo.Of(
                    TableDiagnostics.RequiredNotSet, LocationInfo.Of(member), member.Name, type.Name));
    }

    // The property has a setter that others cannot reach, or a field that only a constant sets.
    private bool HoldsValue(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax syntax
        && (property.SetMethod is not null && property.GetMethod is not null || IsAutomatic(property))
        && !IsConstant(syntax);

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private bool IsConstant(PropertyDeclarationSyntax syntax) =>
        syntax.Initializer?.Value is { } value
        && compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value).HasValue;
}

using Framework.Generators.Tables.Diagnostics;
using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>Finds the value that an absent attribute is read as: the value of the property where nothing sets it.</summary>
/// <param name="place">The type that the generated code stands in.</param>
/// <param name="compilation">The author's code.</param>
/// <param name="report">Is called for each mistake.</param>
internal sealed class DefaultReader(INamedTypeSymbol place, Compilation compilation, Action<DiagnosticInfo> report)
{
    private const string Unrepeatable = "it is made of more than constants and static members that never change, and such an "
        + "item cannot be read; make it of those, or make the property required or nullable";

    private const string NullIsAbsent = "null is stored by the attribute's absence, and such an item is read as null; begin with "
        + "null, or make the property not nullable";

    private const string EmptyIsAbsent = "an empty set and JSON that is not set are stored by the attribute's absence, and such an "
        + "item is read so; begin with that, or use a List";

    /// <summary>The expression that an absent attribute is read as; null where the attribute must be there.</summary>
    public string? Read(IPropertySymbol property, IParameterSymbol? parameter, ValueModel value, MemberRole role)
    {
        if (role is MemberRole.PartitionKey or MemberRole.SortKey)
            return null;
        if (role == MemberRole.Version && !value.IsNullable)
            return "0";
        if (parameter is { HasExplicitDefaultValue: true })
            return Of(property, value, () => Constant(parameter.ExplicitDefaultValue, property, value));
        if (Initializer(property) is { } initializer)
            return Of(property, value, () => Of(initializer, property, parameter, value));
        var absent = AbsentValue(value);
        if (absent is not null || parameter is not null)
            return absent;
        if (!IsSetByConstructor(property))
            return IsDefault(property) ? "default" : null;
        Report(property, Unrepeatable);
        return null;
    }

    /// <summary>Whether a default is stored as a value, and not as an absent attribute.</summary>
    public static bool IsStored(IPropertySymbol property, ValueModel value, MemberRole role, string? expression) =>
        expression is not null && role != MemberRole.Version && !value.IsNullable && !value.CanBeAbsent
        && (property.Type.TypeKind != TypeKind.Enum || value.Kind != ValueKind.Text || HasName(property.Type, expression));

    // A value that is stored as an absent attribute is read as that value, even if the property has another default.
    private string? Of(IPropertySymbol property, ValueModel value, Func<string?> write)
    {
        var expression = write();
        if (!value.IsNullable && !value.CanBeAbsent)
            return expression;
        var absent = AbsentValue(value);
        if (expression is not (null or "null" or "default") && expression != absent)
            Report(property, value.IsNullable ? NullIsAbsent : EmptyIsAbsent);
        return absent;
    }

    private static string? AbsentValue(ValueModel value) =>
        value.IsNullable ? "null" : value.Empty ?? (value.Kind == ValueKind.Json ? "default" : null);

    // A null with an exclamation mark (null!) is not a default.
    private static string? Constant(object? constant, IPropertySymbol property, ValueModel value) => constant is not null
        ? Literals.Of(constant, property.Type, TypeName(property.Type, value))
        : AbsentValue(value) ?? (property.Type.IsValueType ? "default" : null);

    // In full, because in the class of the paths a path may have the name of the enum.
    private static string TypeName(ITypeSymbol type, ValueModel value) => type.TypeKind == TypeKind.Enum
        ? TypeNames.Of(type)
        : value.PresentType;

    private string? Of(ExpressionSyntax initializer, IPropertySymbol property, IParameterSymbol? parameter, ValueModel value)
    {
        var model = compilation.GetSemanticModel(initializer.SyntaxTree);
        if (model.GetConstantValue(initializer) is { HasValue: true } constant)
            return Constant(constant.Value, property, value);
        if (initializer is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: { } operand })
            return Of(operand, property, parameter, value);
        if (initializer.IsKind(SyntaxKind.DefaultLiteralExpression) || initializer.IsKind(SyntaxKind.DefaultExpression))
            return Constant(null, property, value);
        if (IsEmpty(initializer) && value.Empty is { } empty)
            return empty;
        // A constructor parameter that sets the property replaces its initializer.
        if (parameter is not null || property.IsRequired)
            return AbsentValue(value);
        if (InitializerWriter.Write(initializer, model, place) is { } expression)
            return expression;
        if (!value.IsNullable && !value.CanBeAbsent)
            Report(property, Unrepeatable);
        return value.IsNullable || value.CanBeAbsent ? "" : null;
    }

    private static bool IsEmpty(ExpressionSyntax expression) => expression switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Count == 0,
        BaseObjectCreationExpressionSyntax { Initializer: null } creation => creation.ArgumentList?.Arguments.All(IsComparer) is not false,
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Empty" } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Empty" } } => true,
        _ => false,
    };

    private static bool IsComparer(ArgumentSyntax argument) => argument.ToString().Contains("Comparer");

    private static ExpressionSyntax? Initializer(IPropertySymbol property) =>
        (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as PropertyDeclarationSyntax)?.Initializer?.Value;

    // A property that is not required and has no initializer has its type's default. An initializer with that default is CA1805.
    private static bool IsDefault(IPropertySymbol property) => property is { Type.IsValueType: true, IsRequired: false }
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax;

    private static bool IsSetByConstructor(IPropertySymbol property) => !property.IsRequired
        && property.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax())
            .OfType<ConstructorDeclarationSyntax>()
            .SelectMany(constructor => constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.Text: var name } && name == property.Name
                || assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.Text: var own }
                    && own == property.Name);

    // An enum that is stored by name may have no name for its default, or for a number that is cast to it.
    private static bool HasName(ITypeSymbol type, string expression) => !expression.StartsWith("(", StringComparison.Ordinal)
        && (expression != "default"
            || type.GetMembers().OfType<IFieldSymbol>().Any(field => field.ConstantValue is { } value && Convert.ToDecimal(value) == 0));

    private void Report(IPropertySymbol property, string reason) => report(DiagnosticInfo.Of(
        TableDiagnostics.DefaultNotRead, LocationInfo.Of(property), property.Name, reason));
}

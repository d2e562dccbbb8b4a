using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>Writes a property's initializer so that it means the same in the generated file: with all names in full.</summary>
internal sealed class InitializerWriter : CSharpSyntaxRewriter
{
    private readonly SemanticModel _model;
    private readonly INamedTypeSymbol _place;
    private readonly SteadyMembers _steady;
    private bool _fails;

    private InitializerWriter(SemanticModel model, INamedTypeSymbol place) =>
        (_model, _place, _steady) = (model, place, new(model.Compilation));

    /// <summary>The initializer; null where it uses a member that the generated file cannot reach, or a value that
    /// changes.</summary>
    /// <param name="initializer">The expression.</param>
    /// <param name="model">What its names mean.</param>
    /// <param name="place">The type that the generated code stands in.</param>
    public static string? Write(ExpressionSyntax initializer, SemanticModel model, INamedTypeSymbol place)
    {
        var writer = new InitializerWriter(model, place);
        var written = writer.Visit(initializer)!;
        return writer._fails ? null : written.NormalizeWhitespace("", " ").ToFullString();
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (_fails || node is null)
            return node;
        if (node is not ExpressionSyntax expression)
            return base.Visit(node);
        if (_model.GetConstantValue(expression) is { HasValue: true, Value: { } constant } && _model.GetTypeInfo(expression).Type is { } type)
            return SyntaxFactory.ParseExpression(Literals.Of(constant, type, TypeNames.WithNullability(type)));
        return IsWritten(expression) ? base.Visit(node) : Fail(node);
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        IsMemberOfWhatIsMade(node) ? node : VisitName(node);

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node) => VisitName(node);

    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) => VisitName(node);

    public override SyntaxNode? VisitAliasQualifiedName(AliasQualifiedNameSyntax node) => VisitName(node);

    public override SyntaxNode? VisitNameColon(NameColonSyntax node) => node;

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var symbol = _model.GetSymbolInfo(node).Symbol;
        if (symbol is INamedTypeSymbol or { IsStatic: true })
            return VisitName(node);
        // An extension method is found by a using directive, which the generated file may lack.
        return symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { ReducedFrom: null } && IsUsable(symbol)
            ? node.WithExpression((ExpressionSyntax)Visit(node.Expression)!)
            : Fail(node);
    }

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        _model.GetTypeInfo(node).Type is { } type && IsUsable(_model.GetSymbolInfo(node).Symbol)
            ? SyntaxFactory.ObjectCreationExpression(
                SyntaxFactory.ParseTypeName(TypeNames.WithNullability(type)),
                (ArgumentListSyntax)Visit(node.ArgumentList)!,
                (InitializerExpressionSyntax?)Visit(node.Initializer))
            : Fail(node);

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        IsUsable(_model.GetSymbolInfo(node).Symbol) ? base.VisitObjectCreationExpression(node) : Fail(node);

    private SyntaxNode? VisitName(ExpressionSyntax node) => _model.GetSymbolInfo(node).Symbol switch
    {
        INamedTypeSymbol type when IsAccessible(type) => SyntaxFactory.ParseTypeName(TypeNames.WithNullability(type)),
        IMethodSymbol { IsStatic: true, ReducedFrom: null, IsGenericMethod: true } method when IsUsable(method) =>
            SyntaxFactory.ParseExpression(
                $"{TypeNames.WithNullability(method.ContainingType)}.{method.Name}<{string.Join(", ", method.TypeArguments.Select(TypeNames.WithNullability))}>"),
        { IsStatic: true, ContainingType: { } container } member when IsUsable(member) =>
            SyntaxFactory.ParseExpression($"{TypeNames.WithNullability(container)}.{Naming.Escape(member.Name)}"),
        _ => Fail(node),
    };

    private static bool IsWritten(ExpressionSyntax node) => node is NameSyntax or TypeSyntax or LiteralExpressionSyntax
        or MemberAccessExpressionSyntax or InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
        or InitializerExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax
        or CollectionExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or BinaryExpressionSyntax
        or ConditionalExpressionSyntax or DefaultExpressionSyntax or InterpolatedStringExpressionSyntax
        or ImplicitElementAccessSyntax
        || node.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression or SyntaxKind.LogicalNotExpression
            or SyntaxKind.BitwiseNotExpression or SyntaxKind.SuppressNullableWarningExpression
        || node is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax };

    // The left side in new X { Left = 1 }.
    private static bool IsMemberOfWhatIsMade(IdentifierNameSyntax node) =>
        node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == node;

    private bool IsUsable(ISymbol? symbol) => symbol is not null && IsAccessible(symbol) && _steady.Contain(symbol);

    private bool IsAccessible(ISymbol symbol) => _model.Compilation.IsSymbolAccessibleWithin(symbol, _place);

    private SyntaxNode Fail(SyntaxNode node)
    {
        _fails = true;
        return node;
    }
}

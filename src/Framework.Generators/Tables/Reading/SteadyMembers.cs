using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Tables.Reading;

/// <summary>The members that give the same value each time: no clock, no random numbers, nothing that can be set.</summary>
internal sealed class SteadyMembers(Compilation compilation)
{
    private static readonly HashSet<string> VolatileTypes =
    [
        "System.Random", "System.Environment", "System.TimeProvider", "System.AppContext", "System.Console", "System.GC",
        "System.Diagnostics.Stopwatch", "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly HashSet<string> VolatileMembers =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now",
        "System.DateTimeOffset.UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeZoneInfo.Local",
        "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.CurrentUICulture",
    ];

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the member is one of them. A member of another assembly, whose code is not visible here, counts as one.</summary>
    public bool Contain(ISymbol member)
    {
        if (!_seen.Add(member.OriginalDefinition))
            return true;
        var type = member.ContainingType?.OriginalDefinition.ToDisplayString() ?? "";
        if (VolatileTypes.Contains(type) || VolatileMembers.Contains($"{type}.{member.Name}"))
            return false;
        return member switch
        {
            IFieldSymbol { IsStatic: true, IsConst: false, IsReadOnly: false } => false,
            IPropertySymbol { IsStatic: true, SetMethod: not null } => false,
            _ => Code(member).All(IsSteady),
        };
    }

    private static IEnumerable<SyntaxNode> Code(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? Nodes(member).OfType<ConstructorDeclarationSyntax>()
            .Concat(Nodes(member.ContainingType).OfType<TypeDeclarationSyntax>().SelectMany(Initializers))
        : Nodes(member);

    private static IEnumerable<SyntaxNode> Nodes(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax());

    private static IEnumerable<SyntaxNode> Initializers(TypeDeclarationSyntax type) => type.Members
        .Where(member => member is PropertyDeclarationSyntax { Initializer: not null } or FieldDeclarationSyntax)
        .Concat<SyntaxNode>(type.BaseList?.Types ?? []);

    private bool IsSteady(SyntaxNode code)
    {
        var model = compilation.GetSemanticModel(code.SyntaxTree);
        return code.DescendantNodes().OfType<SimpleNameSyntax>().All(name =>
            model.GetSymbolInfo(name).Symbol is not { } symbol
            || symbol is not (IFieldSymbol or IPropertySymbol or IMethodSymbol)
            || Contain(symbol));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints;

/// <summary>Finds code that makes a network client of its own, which no constructor names.</summary>
internal static class ClientSyntax
{
    private static readonly HashSet<string> Clients =
    [
        "HttpClient", "HttpClientHandler", "SocketsHttpHandler", "HttpMessageInvoker", "WebClient", "ClientWebSocket",
        "TcpClient", "SslStream", "SmtpClient",
    ];

    public static bool MakesClient(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax creation => IsClient(creation.Type),
        VariableDeclarationSyntax variable => IsClient(variable.Type) && variable.Variables.Any(one => IsNew(one.Initializer)),
        PropertyDeclarationSyntax property => IsClient(property.Type) && IsNew(property.Initializer),
        _ => false,
    };

    private static bool IsNew(EqualsValueClauseSyntax? initializer) =>
        initializer?.Value is ImplicitObjectCreationExpressionSyntax;

    private static bool IsClient(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => IsClient(nullable.ElementType),
        QualifiedNameSyntax qualified => IsClient(qualified.Right),
        IdentifierNameSyntax { Identifier.ValueText: var name } => Clients.Contains(name)
            || (name.StartsWith("Amazon", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal)),
        _ => false,
    };
}

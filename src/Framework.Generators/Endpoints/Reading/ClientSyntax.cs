using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds code that makes a network client of its own, which no constructor names.</summary>
internal static class ClientSyntax
{
    private static readonly HashSet<string> Clients =
    [
        "HttpClient", "HttpClientHandler", "SocketsHttpHandler", "HttpMessageInvoker", "WebClient", "ClientWebSocket",
        "TcpClient", "SslStream", "SmtpClient",
    ];

    // Their static methods make clients.
    private static readonly HashSet<string> Factories = ["WebRequest", "HttpWebRequest", "QuicConnection"];

    /// <summary>Whether the syntax may do so: it makes a client, or gives one another name by a base class or an alias.</summary>
    public static bool MayMakeClient(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax creation => IsClient(creation.Type),
        BaseTypeSyntax parent => IsClient(parent.Type),
        UsingDirectiveSyntax { Alias: not null, NamespaceOrType: var type } => IsClient(type),
        MemberAccessExpressionSyntax member => Factories.Contains(NameOf(member.Expression)),
        ImplicitObjectCreationExpressionSyntax => true,
        _ => false,
    };

    /// <summary>Whether it does, by the types: the syntax of <c>new()</c> does not name its type.</summary>
    public static bool MakesClient(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not ImplicitObjectCreationExpressionSyntax)
            return true;
        return model.GetTypeInfo(node, cancellation).Type?.Levels().Any(type => IsClient(type.Name)) == true;
    }

    private static bool IsClient(TypeSyntax type) => IsClient(NameOf(type));

    private static bool IsClient(string name) => Clients.Contains(name)
        || (name.StartsWith("Amazon", StringComparison.Ordinal) && name.EndsWith("Client", StringComparison.Ordinal));

    private static string NameOf(ExpressionSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}

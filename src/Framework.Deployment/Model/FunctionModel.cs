using Framework.Resources;

namespace Framework.Deployment.Model;

/// <summary>One Lambda function.</summary>
/// <param name="Name">The endpoint's name, or that of the service where one function serves all.</param>
/// <param name="Handler">What the handler setting names: the endpoint, or <c>*</c>.</param>
/// <param name="Settings">What the function gets.</param>
/// <param name="Permissions">What it may do, in the order of the constructors.</param>
/// <param name="Tables">The tables that it uses, by name.</param>
/// <param name="UsesCursors">Whether it seals cursors of pages, for which it needs a key.</param>
internal sealed record FunctionModel(
    string Name,
    string Handler,
    FunctionSettings Settings,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyList<TableResource> Tables,
    bool UsesCursors)
{
    /// <summary>Whether it serves the authorizer alone.</summary>
    public bool IsAuthorizer { get; init; }

    /// <summary>Whether its front door streams responses.</summary>
    public bool Streams { get; init; }

    /// <summary>Whether it calls the connections of the WebSocket API.</summary>
    public bool UsesConnections { get; init; }
}

using Framework.Generated;

namespace Framework.Hosting;

/// <summary>Chooses what this process serves by the function's handler setting.</summary>
internal static class EndpointSelection
{
    // The values that tools write where a custom runtime needs no handler.
    private static readonly string[] NoHandler = ["*", "bootstrap"];

    /// <summary>Chooses the endpoints and the authorizer. Of several authorizers a function serves the one that its handler names.</summary>
    /// <exception cref="InvalidOperationException">The handler names no endpoint.</exception>
    public static (IReadOnlyList<Endpoint> Endpoints, Authorizer? Authorizer) Choose(
        string? handler, string assemblyName, IReadOnlyList<Endpoint> endpoints, IReadOnlyList<Authorizer> authorizers)
    {
        if (handler is null || NoHandler.Contains(handler) || IsManaged(handler, assemblyName))
            return (endpoints, authorizers.Count == 1 ? authorizers[0] : null);
        if (endpoints.FirstOrDefault(endpoint => endpoint.Name == handler) is { } chosen)
            return ([chosen], null);
        if (authorizers.FirstOrDefault(authorizer => authorizer.Description.Name == handler) is { } asked)
            return ([], asked);
        throw new InvalidOperationException(
            $"The function's handler is '{handler}', which is not an endpoint of {assemblyName}. Set it to '*' for all of them, "
            + $"or to one of: {string.Join(", ", endpoints.Select(endpoint => endpoint.Name).Concat(authorizers.Select(authorizer => authorizer.Description.Name)))}.");
    }

    // The handlers of Lambda's managed .NET runtime: an executable's assembly, or a library's Assembly::Type::Method.
    private static bool IsManaged(string handler, string assemblyName) =>
        handler == assemblyName || handler == $"{assemblyName}.dll" || handler.Contains("::", StringComparison.Ordinal);
}

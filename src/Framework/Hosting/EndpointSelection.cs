using Framework.Generated;

namespace Framework.Hosting;

/// <summary>Chooses what this process serves by the function's handler setting.</summary>
internal static class EndpointSelection
{
    // The values that tools write where a custom runtime needs no handler.
    private static readonly string[] NoHandler = ["*", "bootstrap"];

    /// <summary>Chooses the endpoints.</summary>
    /// <exception cref="InvalidOperationException">The handler names no endpoint.</exception>
    public static IReadOnlyList<Endpoint> Choose(string? handler, string assemblyName, IReadOnlyList<Endpoint> endpoints)
    {
        if (handler is null || NoHandler.Contains(handler) || IsManaged(handler, assemblyName))
            return endpoints;
        var chosen = endpoints.FirstOrDefault(endpoint => endpoint.Name == handler);
        if (chosen is not null)
            return [chosen];
        throw new InvalidOperationException(
            $"The function's handler is '{handler}', which is not an endpoint of {assemblyName}. Set it to '*' for all of them, "
            + $"or to one of: {string.Join(", ", endpoints.Select(endpoint => endpoint.Name))}.");
    }

    // The handlers of Lambda's managed .NET runtime: an executable's assembly, or a library's Assembly::Type::Method.
    private static bool IsManaged(string handler, string assemblyName) =>
        handler == assemblyName || handler == $"{assemblyName}.dll" || handler.Contains("::", StringComparison.Ordinal);
}

using Framework.Endpoints;

namespace Framework;

/// <summary>Chooses what this process serves by the function's handler setting.</summary>
internal static class EndpointSelection
{
    // What tools write where a custom runtime needs no handler.
    private static readonly string[] NoHandler = ["*", "bootstrap"];

    /// <summary>Chooses the endpoints.</summary>
    /// <exception cref="InvalidOperationException">The handler names no endpoint.</exception>
    public static IReadOnlyList<Endpoint> Choose(string? handler, string serviceName, IReadOnlyList<Endpoint> endpoints)
    {
        if (handler is null || NoHandler.Contains(handler) || handler == serviceName || IsMethod(handler))
            return endpoints;
        var chosen = endpoints.FirstOrDefault(endpoint => endpoint.Name == handler);
        if (chosen is not null)
            return [chosen];
        throw new InvalidOperationException(
            $"The function's handler is '{handler}', which is no endpoint of {serviceName}. Set it to '*' for all of them, "
            + $"or to one of: {string.Join(", ", endpoints.Select(endpoint => endpoint.Name))}.");
    }

    // A managed .NET runtime's handler, Assembly::Type::Method: the method that calls Microservice.HandleAsync.
    private static bool IsMethod(string handler) => handler.Contains("::", StringComparison.Ordinal);
}

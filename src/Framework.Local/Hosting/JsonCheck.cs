using Framework.Hosting;

namespace Framework.Local.Hosting;

/// <summary>Checks at start whether the service uses all the JSON contexts that it needs. In Lambda a start has no time for this
/// check, and the first request would fail.</summary>
internal static class JsonCheck
{
    /// <exception cref="InvalidOperationException">An endpoint's body or response is in no context; the message says what to
    /// add.</exception>
    public static void Run(Microservice service)
    {
        foreach (var endpoint in service.Endpoints)
        {
            var responses = endpoint.OtherResponses.Select(response => response.Type);
            foreach (var type in responses.Prepend(endpoint.ResponseType).Prepend(endpoint.RequestType).OfType<Type>())
            {
                if (!service.Json.Options.TryGetTypeInfo(type, out _))
                    throw new InvalidOperationException(
                        $"{endpoint.Name} takes or returns {type}, and no JSON context that Program uses knows it: "
                        + "pass the context that does to service.Json.Use.");
            }
        }
    }
}

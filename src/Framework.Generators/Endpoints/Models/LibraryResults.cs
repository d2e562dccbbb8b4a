namespace Framework.Generators.Endpoints.Models;

/// <summary>What the libraries of a service hold for it.</summary>
/// <param name="Endpoints">Their endpoints.</param>
/// <param name="Authorizers">Their Lambda authorizers.</param>
internal sealed record LibraryResults(EquatableArray<EndpointResult> Endpoints, EquatableArray<AuthorizerResult> Authorizers)
{
    public static LibraryResults None { get; } = new([], []);
}

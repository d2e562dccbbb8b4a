namespace Framework.Generators.Endpoints.Models;

/// <summary>What generated code makes for each request of an endpoint: a policy or a filter.</summary>
/// <param name="TypeName">Its type, fully qualified.</param>
/// <param name="Dependencies">The services that its constructor takes.</param>
/// <param name="Egress">Where the calls of those services go.</param>
internal sealed record PartModel(string TypeName, EquatableArray<DependencyModel> Dependencies, Egress Egress);

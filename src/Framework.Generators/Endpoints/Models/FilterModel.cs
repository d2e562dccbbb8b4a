namespace Framework.Generators.Endpoints.Models;

/// <summary>A filter around an endpoint.</summary>
/// <param name="TypeName">Its type, fully qualified.</param>
/// <param name="Dependencies">The services that its constructor takes.</param>
/// <param name="Egress">Where the calls of those services go.</param>
internal sealed record FilterModel(string TypeName, EquatableArray<DependencyModel> Dependencies, Egress Egress);

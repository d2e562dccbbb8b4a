namespace Framework.Generators.Endpoints.Models;

/// <summary>What the source says of one Lambda authorizer, without the places in it.</summary>
/// <param name="Name">The class's name, which is also the function's handler.</param>
/// <param name="TypeName">Its type, fully qualified.</param>
/// <param name="Headers">The headers that prove who calls; none for <c>Authorization</c>.</param>
/// <param name="UsesPolicies">Whether an HTTP API gets an IAM policy.</param>
/// <param name="Dependencies">The services that its constructor takes.</param>
/// <param name="Egress">Where the calls of those services go.</param>
/// <param name="Arguments">What the parameters of <c>HandleAsync</c> get, in C#.</param>
/// <param name="Disposal">What the declaration of the handler's variable begins with.</param>
internal sealed record AuthorizerModel(
    string Name,
    string TypeName,
    EquatableArray<string> Headers,
    bool UsesPolicies,
    EquatableArray<DependencyModel> Dependencies,
    Egress Egress,
    EquatableArray<string> Arguments,
    string Disposal);

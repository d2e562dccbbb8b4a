namespace Framework.Generators.Endpoints.Models;

/// <summary>One FluentValidation validator.</summary>
/// <param name="TypeName">The validator's type, fully qualified.</param>
/// <param name="Name">A name for it inside an endpoint.</param>
/// <param name="Validated">What it validates, fully qualified.</param>
/// <param name="Dependencies">The services that its constructor takes.</param>
/// <param name="Egress">Where the calls of those services go.</param>
/// <param name="IsUsable">Whether generated code can make it.</param>
/// <param name="Unusable">Where it stands, if generated code cannot make it; else null.</param>
internal sealed record RulesModel(
    string TypeName, string Name, string Validated, EquatableArray<DependencyModel> Dependencies, Egress Egress, bool IsUsable, LocationInfo? Unusable);

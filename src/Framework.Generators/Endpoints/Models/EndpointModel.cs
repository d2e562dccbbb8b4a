namespace Framework.Generators.Endpoints.Models;

/// <summary>What the source says of one endpoint, without the places in it. So an edit that only moves the code does not make
/// the generator write it again.</summary>
internal sealed record EndpointModel(
    string Name,
    string TypeName,
    string Method,
    string Template,
    AccessModel Access,
    CorsModel? Cors,
    EquatableArray<DependencyModel> Dependencies,
    Egress Egress,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? BodyShape,
    EquatableArray<RulesModel> SharedRules,
    ResponseModel Response,
    EquatableArray<ValueModel> JsonEnums,
    string Disposal)
{
    /// <summary>What two templates that take the same paths have in common.</summary>
    public string RouteShape => RouteTemplateText.Shape(Template);

    public ParameterModel? Body => Parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.Body);
}

namespace Framework.Generators.Endpoints;

/// <summary>All that is known of one endpoint from its source.</summary>
internal sealed record EndpointModel(
    string Name,
    string TypeName,
    string Method,
    string Template,
    AccessModel Access,
    CorsModel? Cors,
    EquatableArray<string> Needs,
    EquatableArray<ParameterModel> Parameters,
    AnswerModel Answer,
    LocationInfo? Location)
{
    /// <summary>What two templates that take the same paths have in common.</summary>
    public string RouteShape => RouteTemplateText.Shape(Template);

    public ParameterModel? Body => Parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.Body);
}

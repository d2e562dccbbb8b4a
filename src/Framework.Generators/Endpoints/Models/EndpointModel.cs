namespace Framework.Generators.Endpoints.Models;

/// <summary>What the source says of one endpoint, without the places in it. So an edit that only moves the code does not make
/// the generator write it again.</summary>
internal sealed record EndpointModel(
    string Name,
    string TypeName,
    EquatableArray<RouteModel> Routes,
    EquatableArray<string> RouteKeys,
    AccessModel Access,
    CorsModel? Cors,
    string? CacheControl,
    EquatableArray<DependencyModel> Dependencies,
    EquatableArray<PartModel> Policies,
    EquatableArray<PartModel> Filters,
    Egress Egress,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? BodyShape,
    LimitsModel Limits,
    EquatableArray<RulesModel> SharedRules,
    ResponseModel Response,
    EquatableArray<ValueModel> JsonEnums,
    string Disposal)
{
    /// <summary>Whether it is an endpoint of a WebSocket API, and not of HTTP.</summary>
    public bool IsWebSocket => RouteKeys.Count > 0;

    /// <summary>The parameters that hold one value each, with those of the records among them.</summary>
    public IEnumerable<ParameterModel> Values =>
        Parameters.SelectMany(parameter => parameter.Members.Count > 0 ? parameter.Members.AsEnumerable() : [parameter]);

    /// <summary>The lines of the endpoint in the list of those that are open to anonymous callers; none where it is closed.</summary>
    public IEnumerable<string> OpenLines => Access.AllowAnonymous ? Routes.Select(route => $"{route.Method} {route.Template} {Name}") : [];

    /// <summary>The JSON body.</summary>
    public ParameterModel? Body => Parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.Body);
}

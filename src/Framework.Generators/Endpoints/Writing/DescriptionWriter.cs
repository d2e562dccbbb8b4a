using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes an endpoint's description, which deployment and OpenAPI read.</summary>
internal static class DescriptionWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint, IReadOnlyList<RulesModel> rules)
    {
        code.Line($"public override EndpointDescription Description => field ??= new({Literals.Quoted(endpoint.Name)}, {(endpoint.IsWebSocket ? List(endpoint.RouteKeys.Select(Literals.Quoted)) : Route(endpoint.Routes[0]))})");
        code.Line("{").Indent();
        code.Line($"Type = typeof({endpoint.TypeName}),");
        if (endpoint.Routes.Count > 1)
            code.Line($"OtherRoutes = {List(endpoint.Routes.Skip(1).Select(route => $"new({Route(route)})"))},");
        WriteParameters(code, endpoint);
        WriteBody(code, endpoint);
        if (endpoint.Body is { } body)
            code.Line($"RequestType = typeof({EndpointWriter.Short(endpoint, body.BareTypeName)}),");
        var first = endpoint.Response.First;
        if (first.ValueType is not null)
            code.Line($"ResponseType = {TypeOf(endpoint, first)},");
        if (first.Stream is not null)
            code.Line($"StreamFormat = StreamFormat.{first.Stream},");
        if (first.StatusCode != 200)
            code.Line($"StatusCode = {first.StatusCode},");
        if (endpoint.Response.Outcomes.Count > 1)
            code.Line($"OtherResponses = {List(endpoint.Response.Outcomes.Skip(1).Select(other => $"new({other.StatusCode}, {TypeOf(endpoint, other)}){(other.Stream is { } stream ? $" {{ StreamFormat = StreamFormat.{stream} }}" : "")}"))},");
        if (endpoint.CacheControl is { } directives)
            code.Line($"CacheControl = {Literals.Quoted(directives)},");
        code.Line($"Access = {Access(endpoint)},");
        if (endpoint.Cors is { } cors)
        {
            code.Line($"CorsOrigins = {List(cors.Origins.Select(Literals.Quoted))},");
            code.Line($"CorsCredentials = {(cors.AllowCredentials ? "true" : "false")},");
        }
        var dependencies = endpoint.Dependencies.Concat(rules.SelectMany(one => one.Dependencies)).Concat(endpoint.Policies.Concat(endpoint.Filters).SelectMany(part => part.Dependencies)).Distinct().ToList();
        if (dependencies.Count > 0)
            code.Line($"Dependencies = {List(dependencies.Select(Dependency))},");
        code.Line($"Egress = Egress.{rules.Select(one => one.Egress).Append(endpoint.Egress).Max()},");
        code.Outdent().Line("};").Line();
    }

    private static string Route(RouteModel route) => $"{Literals.Quoted(route.Method)}, {Literals.Quoted(route.Template)}";

    private static string TypeOf(EndpointModel endpoint, OutcomeModel outcome) =>
        outcome.ValueType is { } type ? $"typeof({EndpointWriter.Short(endpoint, type)})" : "null";

    /// <summary>A service that a constructor asks for.</summary>
    public static string Dependency(DependencyModel dependency) =>
        $"new(typeof({dependency.TypeName}){(dependency.Key is { } key ? $", {key}" : "")}{(dependency.IsOptional ? $", {(dependency.Key is null ? "IsOptional: " : "")}true" : "")})";

    private static void WriteParameters(SourceWriter code, EndpointModel endpoint)
    {
        var bound = endpoint.Values.Where(parameter => parameter.IsBound || parameter.Kind is ParameterKind.IfMatch or ParameterKind.Field or ParameterKind.File).ToList();
        if (bound.Count == 0)
            return;
        code.Line("Parameters =").Line("[").Indent();
        foreach (var parameter in bound)
        {
            code.Line(
                $"new({Literals.Quoted(parameter.SourceName)}, ParameterSource.{Source(parameter)}, "
                + $"typeof({(parameter.Kind == ParameterKind.IfMatch ? "string" : EndpointWriter.Short(endpoint, parameter.BareTypeName))}), {(parameter.IsRequired ? "true" : "false")}),");
        }
        code.Outdent().Line("],");
    }

    private static string Source(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.IfMatch => nameof(ParameterKind.Header),
        ParameterKind.Field or ParameterKind.File => nameof(ParameterKind.Body),
        _ => $"{parameter.Kind}",
    };

    private static void WriteBody(SourceWriter code, EndpointModel endpoint)
    {
        var raw = endpoint.Parameters.FirstOrDefault(parameter => parameter.Kind is ParameterKind.Bytes or ParameterKind.Stream);
        if (endpoint.Parameters.Any(parameter => parameter.Kind == ParameterKind.FormRecord))
            code.Line("RequestMediaTypes = [\"application/x-www-form-urlencoded\", \"multipart/form-data\"],");
        else if (raw is not null)
            code.Line($"RequestMediaTypes = {List(raw.MediaTypes.DefaultIfEmpty("*/*").Select(Literals.Quoted))},");
        if (endpoint.Limits.MaxBytes > 0)
            code.Line($"MaxBodyBytes = {endpoint.Limits.MaxBytes},");
    }

    private static string Access(EndpointModel endpoint)
    {
        var access = endpoint.Access;
        if (access.AllowAnonymous)
            return "AccessPolicy.Anonymous";
        if (access.Groups.Count + access.Scopes.Count + endpoint.Policies.Count == 0)
            return "AccessPolicy.Authenticated";
        var policies = List(endpoint.Policies.Select(policy => $"typeof({EndpointWriter.Short(endpoint, policy.TypeName)})"));
        return $"new AccessPolicy(false, {Lists(access.Groups)}, {Lists(access.Scopes)}){(endpoint.Policies.Count == 0 ? "" : $" {{ Policies = {policies} }}")}";
    }

    private static string Lists(EquatableArray<EquatableArray<string>> lists) =>
        List(lists.Select(list => List(list.Select(Literals.Quoted))));

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}

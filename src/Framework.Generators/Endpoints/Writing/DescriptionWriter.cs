using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes an endpoint's description, which deployment and OpenAPI read.</summary>
internal static class DescriptionWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint, IReadOnlyList<RulesModel> rules)
    {
        code.Line($"public override EndpointDescription Description => field ??= new({Literals.Quoted(endpoint.Name)}, {Literals.Quoted(endpoint.Method)}, {Literals.Quoted(endpoint.Template)})");
        code.Line("{").Indent();
        WriteParameters(code, endpoint);
        if (endpoint.Body is { } body)
            code.Line($"RequestType = typeof({EndpointWriter.Short(endpoint, body.BareTypeName)}),");
        if (endpoint.Response.ValueType is { } response)
            code.Line($"ResponseType = typeof({EndpointWriter.Short(endpoint, response)}),");
        if (endpoint.Response.StatusCode != 200)
            code.Line($"StatusCode = {endpoint.Response.StatusCode},");
        code.Line($"Access = {Access(endpoint.Access)},");
        if (endpoint.Cors is { } cors)
        {
            code.Line($"CorsOrigins = {List(cors.Origins.Select(Literals.Quoted))},");
            code.Line($"CorsCredentials = {(cors.AllowCredentials ? "true" : "false")},");
        }
        var dependencies = endpoint.Dependencies.Concat(rules.SelectMany(one => one.Dependencies)).Distinct().ToList();
        if (dependencies.Count > 0)
            code.Line($"Dependencies = {List(dependencies.Select(Dependency))},");
        code.Line($"Egress = Egress.{rules.Select(one => one.Egress).Append(endpoint.Egress).Max()},");
        code.Outdent().Line("};").Line();
    }

    private static string Dependency(DependencyModel dependency) =>
        $"new(typeof({dependency.TypeName}){(dependency.Key is { } key ? $", {key}" : "")}{(dependency.IsOptional ? $", {(dependency.Key is null ? "IsOptional: " : "")}true" : "")})";

    private static void WriteParameters(SourceWriter code, EndpointModel endpoint)
    {
        var bound = endpoint.Parameters.Where(parameter => parameter.IsBound).ToList();
        if (bound.Count == 0)
            return;
        code.Line("Parameters =").Line("[").Indent();
        foreach (var parameter in bound)
        {
            code.Line(
                $"new({Literals.Quoted(parameter.SourceName)}, ParameterSource.{parameter.Kind}, "
                + $"typeof({EndpointWriter.Short(endpoint, parameter.BareTypeName)}), {(parameter.IsRequired ? "true" : "false")}),");
        }
        code.Outdent().Line("],");
    }

    private static string Access(AccessModel access)
    {
        if (access.AllowAnonymous)
            return "AccessPolicy.Anonymous";
        return access.Groups.Count + access.Scopes.Count == 0
            ? "AccessPolicy.Authenticated"
            : $"new AccessPolicy(false, {Lists(access.Groups)}, {Lists(access.Scopes)})";
    }

    private static string Lists(EquatableArray<EquatableArray<string>> lists) =>
        List(lists.Select(list => List(list.Select(Literals.Quoted))));

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}

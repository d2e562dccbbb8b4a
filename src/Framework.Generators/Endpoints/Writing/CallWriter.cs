using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes the class that serves one request of an endpoint, in the pipeline's three steps.</summary>
internal static class CallWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint, IReadOnlyList<RulesModel> rules)
    {
        var parameter = UsesEndpoint(endpoint) ? $"({endpoint.Name}Endpoint endpoint)" : "";
        code.Open($"private sealed class Call{parameter} : EndpointCall");
        var bound = endpoint.Parameters.Where(parameter => parameter.IsBound || parameter.Kind == ParameterKind.Body).ToList();
        foreach (var field in bound)
            code.Line($"private {EndpointWriter.Short(endpoint, field.TypeName)} {Field(field)};");
        if (bound.Count > 0)
            WriteBind(code.Line(), endpoint, bound);
        if (endpoint.Body is { } body && rules.Count > 0)
            WriteValidate(code, endpoint, body, rules);
        WriteHandle(code, endpoint);
        code.Close();
    }

    /// <summary>Whether a call needs its endpoint, which keeps the JSON types, the rules and the parsers.</summary>
    public static bool UsesEndpoint(EndpointModel endpoint) =>
        endpoint.Body is not null || endpoint.Response.ValueType is not null || ParserWriter.IsNeeded(endpoint);

    private static void WriteBind(SourceWriter code, EndpointModel endpoint, List<ParameterModel> bound)
    {
        code.Open("public override void Bind(Binder bind, CallContext context)");
        foreach (var parameter in bound)
            code.Line($"{Field(parameter)} = {Read(endpoint, parameter)};");
        code.Close().Line();
    }

    private static string Read(EndpointModel endpoint, ParameterModel parameter)
    {
        if (parameter.Kind == ParameterKind.Body)
            return $"bind.{(parameter.Shape == ParameterShape.Single ? "Body" : "OptionalBody")}(endpoint.BodyType{(endpoint.BodyShape!.AllowsNullItems ? ", allowsNullItems: true" : "")})";
        var place = $"ParameterSource.{parameter.Kind}, {Literals.Quoted(parameter.SourceName)}, {ParserWriter.Expression(endpoint, parameter)}";
        return parameter.Shape switch
        {
            ParameterShape.Array => $"bind.Many({place})",
            ParameterShape.NullableArray => $"bind.OptionalMany({place})",
            ParameterShape.NullableValue when parameter.Default is null or "default" => $"bind.Nullable({place})",
            ParameterShape.NullableValue => $"bind.Nullable({place}) ?? {parameter.Default}",
            ParameterShape.NullableReference =>
                $"bind.Optional<{EndpointWriter.Short(endpoint, parameter.TypeName)}>({place}, {parameter.Default ?? "null"})",
            _ when parameter.Default is { } known => $"bind.Optional<{EndpointWriter.Short(endpoint, parameter.BareTypeName)}>({place}, {known})",
            _ => $"bind.Required({place})",
        };
    }

    private static void WriteValidate(
        SourceWriter code, EndpointModel endpoint, ParameterModel body, IReadOnlyList<RulesModel> rules)
    {
        var names = RulesWriter.Names(endpoint, rules);
        var calls = rules.Select(validator =>
            $"rules.CheckAsync({Field(body)}, {Instance(endpoint, validator, names)}, {FieldNamesWriter.Argument(endpoint)}context.Cancellation)").ToList();
        if (calls.Count == 1)
        {
            code.Line("public override ValueTask ValidateAsync(RuleCheck rules, CallContext context) =>").Indent()
                .Line($"{calls[0]};").Outdent().Line();
            return;
        }
        code.Open("public override async ValueTask ValidateAsync(RuleCheck rules, CallContext context)");
        foreach (var call in calls)
            code.Line($"await {call};");
        code.Close().Line();
    }

    private static string Instance(EndpointModel endpoint, RulesModel validator, Dictionary<string, string> names) => validator.Dependencies.Count == 0
        ? $"endpoint.{names[validator.TypeName]}"
        : $"new {EndpointWriter.Short(endpoint, validator.TypeName)}({string.Join(", ", validator.Dependencies.Select(Service))})";

    private static void WriteHandle(SourceWriter code, EndpointModel endpoint)
    {
        code.Open("public override async ValueTask<Response> HandleAsync(CallContext context)");
        if (endpoint.Dependencies.Count == 0)
            code.Line($"{endpoint.Disposal}var handler = new {EndpointWriter.Alias}();");
        else
            WriteConstruction(code, endpoint);
        var call = $"await handler.HandleAsync({string.Join(", ", endpoint.Parameters.Select(Argument))})";
        switch (endpoint.Response.Kind)
        {
            case ResponseKind.Nothing:
                code.Line($"{call};").Line("return CallContext.NoContent();");
                break;
            case ResponseKind.Response:
                code.Line($"return {call};");
                break;
            case ResponseKind.Result:
                code.Line($"var response = {call};").Line("return context.Result(response, endpoint.ResponseType);");
                break;
            default:
                code.Line($"var response = {call};").Line("return context.Ok(response, endpoint.ResponseType);");
                break;
        }
        code.Close();
    }

    private static void WriteConstruction(SourceWriter code, EndpointModel endpoint)
    {
        code.Line($"{endpoint.Disposal}var handler = new {EndpointWriter.Alias}(").Indent();
        for (var index = 0; index < endpoint.Dependencies.Count; index++)
            code.Line(Service(endpoint.Dependencies[index]) + (index < endpoint.Dependencies.Count - 1 ? "," : ");"));
        code.Outdent();
    }

    private static string Service(DependencyModel dependency)
    {
        var get = $"Get{(dependency.IsOptional ? "" : "Required")}{(dependency.Key is null ? "" : "Keyed")}Service";
        return $"context.Services.{get}<{dependency.TypeName}>({dependency.Key})";
    }

    private static string Argument(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Caller => "context.Caller",
        ParameterKind.Request => "context.Request",
        ParameterKind.Invocation => "context.Invocation",
        ParameterKind.Cancellation => "context.Cancellation",
        _ => Field(parameter),
    };

    private static string Field(ParameterModel parameter) => "_" + parameter.Name;
}

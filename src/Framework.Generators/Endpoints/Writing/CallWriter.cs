using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes the class that serves one request of an endpoint, in the pipeline's three steps.</summary>
internal static class CallWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint, IReadOnlyList<RulesModel> rules)
    {
        var parameter = UsesEndpoint(endpoint, rules) ? $"({endpoint.Name}Endpoint endpoint)" : "";
        code.Open($"private sealed class Call{parameter} : EndpointCall");
        var bound = endpoint.Parameters.Where(parameter => parameter.IsRead).ToList();
        foreach (var field in bound)
            code.Line($"private {EndpointWriter.Short(endpoint, field.TypeName)} {Field(field)};");
        if (bound.Count > 0)
            WriteBind(code.Line(), endpoint, bound);
        if (rules.Count > 0)
            WriteValidate(code, endpoint, rules);
        WriteHandle(code, endpoint);
        code.Close();
    }

    /// <summary>Whether a call needs its endpoint, which keeps the JSON types, the rules and the parsers.</summary>
    public static bool UsesEndpoint(EndpointModel endpoint, IReadOnlyList<RulesModel> rules) =>
        rules.Any(validator => validator.Dependencies.Count == 0) || endpoint.Body is not null || endpoint.Response.Json.Count > 0 || ParserWriter.IsNeeded(endpoint);

    private static void WriteBind(SourceWriter code, EndpointModel endpoint, List<ParameterModel> bound)
    {
        code.Open("public override void Bind(Binder bind, CallContext context)");
        foreach (var parameter in bound)
        {
            if (parameter.Members.Count > 0)
                RecordWriter.Write(code, parameter, Field(parameter), EndpointWriter.Short(endpoint, parameter.BareTypeName), endpoint.Limits, member => Read(endpoint, member));
            else
                code.Line($"{Field(parameter)} = {Read(endpoint, parameter)};");
        }
        code.Close().Line();
    }

    private static string Read(EndpointModel endpoint, ParameterModel parameter)
    {
        var optional = parameter.Shape == ParameterShape.Single ? "" : "Optional";
        switch (parameter.Kind)
        {
            case ParameterKind.IfMatch:
                return $"bind.{optional}IfMatch()";
            case ParameterKind.Bytes or ParameterKind.Stream:
                return $"bind.{optional}{parameter.Kind}({string.Join(", ", parameter.MediaTypes.Select(Literals.Quoted))})";
            case ParameterKind.File:
                return $"bind.{(parameter.Shape == ParameterShape.Array ? "Files" : $"{optional}File")}({Literals.Quoted(parameter.SourceName)})";
            case ParameterKind.Body:
                return $"bind.{optional}Body(endpoint.BodyType{(endpoint.BodyShape!.AllowsNullItems ? ", allowsNullItems: true" : "")}{(endpoint.Limits.MaxDepth > 0 ? $", maxDepth: {endpoint.Limits.MaxDepth}" : "")})";
        }
        var place = $"ParameterSource.{(parameter.Kind == ParameterKind.Field ? ParameterKind.Body : parameter.Kind)}, {Literals.Quoted(parameter.SourceName)}, {ParserWriter.Expression(endpoint, parameter)}";
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

    private static void WriteValidate(SourceWriter code, EndpointModel endpoint, IReadOnlyList<RulesModel> rules)
    {
        var names = RulesWriter.Names(endpoint, rules);
        var calls = (
            from validator in rules
            from parameter in endpoint.Parameters
            where parameter.IsChecked && parameter.BareTypeName == validator.Validated
            select $"rules.CheckAsync({Field(parameter)}, {Instance(endpoint, validator, names)}, {FieldNamesWriter.Argument(endpoint, parameter)}context.Cancellation)").ToList();
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
        : Made(EndpointWriter.Short(endpoint, validator.TypeName), validator.Dependencies);

    /// <summary>An object of the author's, made with the services that its constructor asks for.</summary>
    public static string Made(string typeName, IEnumerable<DependencyModel> dependencies) =>
        $"new {typeName}({string.Join(", ", dependencies.Select(Service))})";

    private static void WriteHandle(SourceWriter code, EndpointModel endpoint)
    {
        // One that makes the items of a stream lives until they are sent.
        var disposal = endpoint.Response.Streams.Count > 0 ? "" : endpoint.Disposal;
        code.Open("public override async ValueTask<Response> HandleAsync(CallContext context)");
        if (endpoint.Dependencies.Count == 0)
            code.Line($"{disposal}var handler = new {EndpointWriter.Alias}();");
        else
            WriteConstruction(code, endpoint, disposal);
        if (disposal != endpoint.Disposal)
            code.Line("context.Keep(handler);");
        var call = $"{(endpoint.Response.IsAwaited ? "await " : "")}handler.HandleAsync({string.Join(", ", endpoint.Parameters.Select(Argument))})";
        WriteResponse(code, endpoint, call);
        code.Close();
    }

    private static void WriteResponse(SourceWriter code, EndpointModel endpoint, string call)
    {
        var first = endpoint.Response.First;
        switch (endpoint.Response.Kind)
        {
            case ResponseKind.Nothing:
                code.Line($"{call};").Line($"return {(endpoint.IsWebSocket ? "new Response(200)" : "CallContext.NoContent()")};");
                break;
            case ResponseKind.Response:
                code.Line($"return {call};");
                break;
            case ResponseKind.Result:
                code.Line($"return context.Result({call});");
                break;
            case ResponseKind.Stream:
                code.Line($"return await {Stream(endpoint, first, call)};");
                break;
            case ResponseKind.OneOfSeveral:
                WriteOneOfSeveral(code, endpoint, call);
                break;
            case ResponseKind.JsonResult:
                code.Line($"var response = {call};").Line($"return {Json(endpoint, first, "response", "?")};");
                break;
            default:
                var version = first.Version is null ? "" : $", response{first.Version}";
                code.Line($"var response = {call};").Line($"return context.Ok(response, endpoint.ResponseType{version});");
                break;
        }
    }

    // The type of the value says how it is written.
    private static void WriteOneOfSeveral(SourceWriter code, EndpointModel endpoint, string call)
    {
        code.Line($"var response = {call};");
        code.Open($"return response.Value switch");
        foreach (var outcome in endpoint.Response.Streams)
            code.Line($"{StreamType(endpoint, outcome)} stream => await {Stream(endpoint, outcome, "stream")},");
        foreach (var outcome in endpoint.Response.Values)
            code.Line($"JsonResult<{EndpointWriter.Short(endpoint, outcome.ValueType!)}> json => {Json(endpoint, outcome, "json", "")},");
        code.Line("var other => context.Result(other),").Close(";");
    }

    private static string Stream(EndpointModel endpoint, OutcomeModel outcome, string result) =>
        $"context.StreamAsync({result}{(outcome.IsJson ? $", endpoint.{EndpointWriter.ResponseType(endpoint, outcome)}" : "")})";

    private static string StreamType(EndpointModel endpoint, OutcomeModel outcome) => outcome.ValueType is { } item
        ? $"{outcome.Stream}<{EndpointWriter.Short(endpoint, item)}>"
        : "FileStreamResult";

    private static string Json(EndpointModel endpoint, OutcomeModel outcome, string result, string access)
    {
        var version = outcome.Version is null ? "" : $", {result}{access}.Value{outcome.Version}";
        return $"context.Result({result}, endpoint.{EndpointWriter.ResponseType(endpoint, outcome)}{version})";
    }

    private static void WriteConstruction(SourceWriter code, EndpointModel endpoint, string disposal)
    {
        code.Line($"{disposal}var handler = new {EndpointWriter.Alias}(").Indent();
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
        ParameterKind.Connection => "context.Connection",
        ParameterKind.Cancellation => "context.Cancellation",
        _ => Field(parameter),
    };

    private static string Field(ParameterModel parameter) => "_" + parameter.Name;
}

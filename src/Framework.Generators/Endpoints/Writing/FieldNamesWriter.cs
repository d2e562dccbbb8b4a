using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes what JSON calls the members of a body, for the fields of a failed validation.</summary>
internal static class FieldNamesWriter
{
    /// <summary>The names' argument of a check; empty where the naming policy names all members.</summary>
    public static string Argument(EndpointModel endpoint, ParameterModel parameter)
    {
        var names = Names(endpoint, parameter);
        return names.Count > 0 ? $"{Methods(endpoint)[names[0].TypeName]}, " : "";
    }

    public static void Write(SourceWriter code, EndpointModel endpoint)
    {
        var methods = Methods(endpoint);
        foreach (var type in Names(endpoint))
        {
            code.Line($"private static FieldName {methods[type.TypeName]}(string member) => member switch").Open();
            foreach (var field in type.Fields)
                code.Line($"{Literals.Quoted(field.Member)} => new({Value(field, methods)}),");
            code.Line("_ => default,").Close(";").Line();
        }
    }

    private static List<FieldNamesModel> Names(EndpointModel endpoint) =>
        [.. endpoint.Parameters.Where(parameter => parameter.IsChecked).SelectMany(parameter => Names(endpoint, parameter))];

    // The values of a record of a query or a form have names of their own, which no naming policy changes.
    private static EquatableArray<FieldNamesModel> Names(EndpointModel endpoint, ParameterModel parameter)
    {
        if (parameter.Kind == ParameterKind.Body)
            return endpoint.BodyShape?.Names ?? [];
        var fields = parameter.Members.Select(member => new FieldNameModel(member.Name, member.SourceName, null)).ToEquatableArray();
        return new EquatableArray<FieldNamesModel>([new FieldNamesModel(parameter.BareTypeName, parameter.BareTypeName.Split('.').Last(), fields)]);
    }

    private static string Value(FieldNameModel field, Dictionary<string, string> methods)
    {
        var name = field.JsonName is { } own ? Literals.Quoted(own) : "null";
        return field.Inside is { } inside ? $"{name}, {methods[inside]}" : name;
    }

    private static Dictionary<string, string> Methods(EndpointModel endpoint) =>
        UniqueNames.Give(Names(endpoint).Select(type => (type.TypeName, $"NamesOf{type.Name}")));
}

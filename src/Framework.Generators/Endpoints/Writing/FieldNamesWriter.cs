using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes what JSON calls the members of a body, for the fields of a failed validation.</summary>
internal static class FieldNamesWriter
{
    /// <summary>The names' argument of a check; empty where the naming policy names all members.</summary>
    public static string Argument(EndpointModel endpoint) =>
        endpoint.BodyShape is { Names: { Count: > 0 } names } ? $"{Methods(names)[names[0].TypeName]}, " : "";

    public static void Write(SourceWriter code, EndpointModel endpoint)
    {
        if (endpoint.BodyShape is not { Names: { Count: > 0 } names })
            return;
        var methods = Methods(names);
        foreach (var type in names)
        {
            code.Line($"private static FieldName {methods[type.TypeName]}(string member) => member switch").Open();
            foreach (var field in type.Fields)
                code.Line($"{Literals.Quoted(field.Member)} => new({Value(field, methods)}),");
            code.Line("_ => default,").Close(";").Line();
        }
    }

    private static string Value(FieldNameModel field, Dictionary<string, string> methods)
    {
        var name = field.JsonName is { } own ? Literals.Quoted(own) : "null";
        return field.Inside is { } inside ? $"{name}, {methods[inside]}" : name;
    }

    private static Dictionary<string, string> Methods(EquatableArray<FieldNamesModel> names) =>
        UniqueNames.Give(names.Select(type => (type.TypeName, $"NamesOf{type.Name}")));
}

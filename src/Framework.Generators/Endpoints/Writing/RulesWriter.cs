using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes the rules that an endpoint keeps: those that need no service.</summary>
internal static class RulesWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint, IReadOnlyList<RulesModel> rules)
    {
        var names = Names(endpoint, rules);
        foreach (var validator in rules.Where(validator => validator.Dependencies.Count == 0))
        {
            var type = EndpointWriter.Short(endpoint, validator.TypeName);
            code.Line($"private {type} {names[validator.TypeName]} => field ??= new {type}();").Line();
        }
    }

    /// <summary>What the endpoint calls each of its rules, beside its other members.</summary>
    public static Dictionary<string, string> Names(EndpointModel endpoint, IReadOnlyList<RulesModel> rules) => UniqueNames.Give(
        rules.Select(validator => (validator.TypeName, validator.Name)),
        "Name", "Description", "Json", "Begin", "Call", "Filters", "BodyType", "ResponseType", "ResponseType2", "ResponseType3", "ResponseType4", "Enums", "Equals", "GetHashCode", "GetType", "ToString",
        $"{endpoint.Name}Endpoint");
}

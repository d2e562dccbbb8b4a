using Framework.Generators.Endpoints.Models;

namespace Framework.Generators.Endpoints.Writing;

/// <summary>Writes the parsers that an endpoint has of its own: of enums, of bounded numbers, of parsable types.</summary>
internal static class ParserWriter
{
    public static void Write(SourceWriter code, EndpointModel endpoint)
    {
        foreach (var parameter in endpoint.Values.Where(HasOwnParser))
            WriteProperty(code, PropertyName(endpoint, parameter), parameter.Value!);
        foreach (var value in endpoint.Values.Select(parameter => parameter.Value).Where(value => value?.EnumName is not null).Distinct())
            WriteEnum(code, value!, EnumName(endpoint, value!));
    }

    /// <summary>The C# expression of a parameter's parser.</summary>
    public static string Expression(EndpointModel endpoint, ParameterModel parameter) => HasOwnParser(parameter)
        ? $"endpoint.{PropertyName(endpoint, parameter)}"
        : parameter.Value!.EnumName is null ? parameter.Value.Parser : $"endpoint.{EnumName(endpoint, parameter.Value)}Parser";

    /// <summary>Whether an endpoint has parsers of its own.</summary>
    public static bool IsNeeded(EndpointModel endpoint) =>
        endpoint.Values.Any(parameter => HasOwnParser(parameter) || parameter.Value?.EnumName is not null);

    private static string EnumName(EndpointModel endpoint, ValueModel value) => UniqueNames.Give(
        from parameter in endpoint.Values
        where parameter.Value?.EnumName is not null
        select (parameter.Value!.TypeName, parameter.Value.EnumName!))[value.TypeName];

    // A parser that a call creates is created once for each endpoint, and not in a static field: hot reload constructs
    // endpoints again.
    private static bool HasOwnParser(ParameterModel parameter) => parameter.Value?.Parser.Contains("(") == true;

    private static string PropertyName(EndpointModel endpoint, ParameterModel parameter) => UniqueNames.Give(
        from other in endpoint.Values
        where HasOwnParser(other)
        select (Key(other), char.ToUpperInvariant(other.Name[0]) + other.Name.Substring(1) + "Values"))[Key(parameter)];

    // A value of a record may have the name of a parameter, or of a value of another record.
    private static string Key(ParameterModel parameter) => $"{parameter.Kind} {parameter.SourceName} {parameter.Name} {parameter.Value!.Parser}";

    private static void WriteProperty(SourceWriter code, string name, ValueModel value) =>
        code.Line($"private ValueParser<{value.TypeName}> {name} => field ??= {value.Parser};").Line();

    private static void WriteEnum(SourceWriter code, ValueModel value, string name)
    {
        if (value.IsFlags)
        {
            code.Line($"private ValueParser<{value.TypeName}> {name}Parser => field ??= new(").Indent()
                .Line($"{Literals.Quoted($"one or more of {string.Join(", ", Words(value.EnumMembers))}, joined by commas")},");
            WriteNames(code, value, ".TryParse);");
            code.Outdent().Line();
            return;
        }
        var words = Words(value.EnumMembers);
        code.Line($"private ValueParser<{value.TypeName}> {name}Parser => field ??= new(").Indent()
            .Line($"{Literals.Quoted($"one of {string.Join(", ", words)}")}, TryParse{name});").Outdent().Line();
        code.Open($"private static bool TryParse{name}(string text, out {value.TypeName} value)").Open("switch (text)");
        for (var index = 0; index < words.Count; index++)
        {
            code.Line($"case {Literals.Quoted(words[index])}:").Indent()
                .Line($"value = {value.TypeName}.{Naming.Escape(value.EnumMembers[index].Name)};").Line("return true;").Outdent();
        }
        code.Line("default:").Indent().Line("value = default;").Line("return false;").Outdent();
        code.Close().Close().Line();
    }

    /// <summary>Writes the names of an enum.</summary>
    /// <param name="code">Where.</param>
    /// <param name="value">The enum.</param>
    /// <param name="end">What stands behind them.</param>
    public static void WriteNames(SourceWriter code, ValueModel value, string end)
    {
        var words = Words(value.EnumMembers);
        code.Line($"new EnumNames<{value.TypeName}>(").Indent().Line($"isFlags: {(value.IsFlags ? "true" : "false")}{(words.Count > 0 ? "," : ")" + end)}");
        for (var index = 0; index < words.Count; index++)
        {
            var last = index == words.Count - 1;
            code.Line($"({Literals.Quoted(words[index])}, {value.TypeName}.{Naming.Escape(value.EnumMembers[index].Name)}){(last ? ")" + end : ",")}");
        }
        code.Outdent();
    }

    // Members that differ by their first letter's case only keep it.
    private static List<string> Words(EquatableArray<EnumMemberModel> members)
    {
        var words = members.Select(member => member.JsonName ?? Naming.CamelCase(member.Name)).ToList();
        return words.Distinct().Count() == words.Count ? words : [.. members.Select(member => member.Name)];
    }
}

using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads <c>[JsonIgnore]</c>, of whose conditions all but one only prevent the writing of a value.</summary>
internal static class JsonIgnore
{
    private const int Always = 1;

    public static bool IsIgnored(IPropertySymbol property)
    {
        var attribute = property.Attribute("System.Text.Json.Serialization.JsonIgnoreAttribute");
        var condition = attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value;
        return attribute is not null && condition is null or Always;
    }
}

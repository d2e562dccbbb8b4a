namespace Framework.Generators.Endpoints.Models;

/// <summary>How many values a parameter takes.</summary>
internal enum ParameterShape
{
    Single,
    NullableValue,
    NullableReference,
    Array,
    NullableArray,
}

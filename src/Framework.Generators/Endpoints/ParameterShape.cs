namespace Framework.Generators.Endpoints;

/// <summary>How many values a parameter takes.</summary>
internal enum ParameterShape
{
    Single,
    NullableValue,
    NullableReference,
    Array,
    NullableArray,
}

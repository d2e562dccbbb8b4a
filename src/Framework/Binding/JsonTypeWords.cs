using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Framework.Binding;

/// <summary>Names a type in the words of JSON, to finish the sentence "Must be ...".</summary>
internal static class JsonTypeWords
{
    public static string Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "an array",
        _ when type.Type == typeof(JsonObject) => "an object",
        _ when type.Type == typeof(JsonArray) => "an array",
        _ => OfScalar(Nullable.GetUnderlyingType(type.Type) ?? type.Type, type.Options),
    };

    private static string OfScalar(Type type, JsonSerializerOptions options)
    {
        if (type.IsEnum)
            return $"one of {string.Join(", ", EnumWords(type, options.GetTypeInfo(type)))}";
        if (type == typeof(Guid))
            return $"a string that holds {ValueWords.Guid}";
        if (type == typeof(DateTimeOffset))
            return $"a string that holds {ValueWords.DateTimeOffset}";
        if (type == typeof(DateOnly))
            return $"a string that holds {ValueWords.DateOnly}";
        if (type == typeof(TimeOnly))
            return $"a string that holds {ValueWords.TimeOnly}";
        if (type == typeof(TimeSpan))
            return $"a string that holds {ValueWords.TimeSpan}";
        if (type == typeof(Uri))
            return "a string that holds a URI";
        if (type == typeof(byte[]))
            return "a string that holds base64";
        if (type == typeof(Version))
            return "a string that holds a version such as 1.2.3";
        if (type == typeof(Int128) || type == typeof(UInt128))
            return "an integer";
        return OfPrimitive(Type.GetTypeCode(type));
    }

    // A number or a name, as the enum's own converter writes it.
    private static IEnumerable<string> EnumWords(Type type, JsonTypeInfo json) => type.GetEnumValuesAsUnderlyingType()
        .Cast<object>().Select(value => JsonSerializer.Serialize(Enum.ToObject(type, value), json).Trim('"'));

    private static string OfPrimitive(TypeCode type) => type switch
    {
        TypeCode.String => "a string",
        TypeCode.Char => "a string of one character",
        TypeCode.Boolean => "true or false",
        TypeCode.SByte => ValueWords.Integer<sbyte>(),
        TypeCode.Byte => ValueWords.Integer<byte>(),
        TypeCode.Int16 => ValueWords.Integer<short>(),
        TypeCode.UInt16 => ValueWords.Integer<ushort>(),
        TypeCode.Int32 => ValueWords.Integer<int>(),
        TypeCode.UInt32 => ValueWords.Integer<uint>(),
        TypeCode.Int64 => ValueWords.Integer<long>(),
        TypeCode.UInt64 => ValueWords.Integer<ulong>(),
        TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
        TypeCode.DateTime => "a string that holds a date and time such as 2026-11-23T20:15:00Z",
        _ => "a value of another form",
    };
}

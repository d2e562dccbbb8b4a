using Framework.Generators.Tables.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Tables.Reading;

/// <summary>The types that are stored as one value.</summary>
internal static class Scalars
{
    private static readonly HashSet<string> Numbers =
    [
        "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64",
        "System.UInt64", "System.Int128", "System.UInt128", "System.Half", "System.Single", "System.Double",
        "System.Decimal", "System.Numerics.BigInteger",
    ];

    // Some of their values are beyond DynamoDB's range or precision, or are not numbers (NaN).
    private static readonly HashSet<string> Unbounded =
    [
        "System.Int128", "System.UInt128", "System.Half", "System.Single", "System.Double", "System.Numerics.BigInteger",
    ];

    private static readonly HashSet<string> Fractions = ["System.Half", "System.Single", "System.Double", "System.Decimal"];

    private static readonly HashSet<string> Dates = ["System.DateTimeOffset", "System.DateOnly", "System.TimeOnly"];

    private static readonly Dictionary<string, (ValueKind Kind, string Writer, string Reader, string? Key)> Others = new()
    {
        ["System.String"] = (ValueKind.Text, "TextValue.Of", "TextValue.ToText", "KeyValue.{1}({0})"),
        ["System.Char"] = (ValueKind.Text, "TextValue.Of", "TextValue.ToChar", "KeyValue.Of(TextValue.Of({0}))"),
        ["System.Guid"] = (ValueKind.Text, "TextValue.Of", "TextValue.ToGuid", "KeyValue.Of({0})"),
        ["System.DateTimeOffset"] =
            (ValueKind.Text, "TextValue.Of", "TextValue.ToDateTimeOffset", "KeyValue.Of({0})"),
        ["System.DateOnly"] = (ValueKind.Text, "TextValue.Of", "TextValue.ToDateOnly", "KeyValue.Of({0})"),
        ["System.TimeOnly"] = (ValueKind.Text, "TextValue.Of", "TextValue.ToTimeOnly", "KeyValue.Of({0})"),
        ["System.TimeSpan"] =
            (ValueKind.Number, "NumberValue.Of", "NumberValue.ToTimeSpan", "KeyValue.Of(NumberValue.Of({0}))"),
        ["System.Boolean"] = (ValueKind.Boolean, "BooleanValue.Of", "BooleanValue.ToBoolean", null),
        ["System.Text.Json.JsonElement"] = (ValueKind.Json, "JsonValue.Of", "JsonValue.ToElement", null),
        ["byte[]"] = (ValueKind.Binary, "BinaryValue.Of", "BinaryValue.ToArray", "KeyValue.{1}({0})"),
        ["System.ReadOnlyMemory<byte>"] = (ValueKind.Binary, "BinaryValue.Of", "BinaryValue.ToMemory", "KeyValue.{1}({0})"),
    };

    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None);

    public static ValueModel? Find(ITypeSymbol type, PlainNames names)
    {
        var name = FullName(type);
        var written = names.Of(type);
        if (Numbers.Contains(name))
            return new(written, ValueKind.Number, "NumberValue.Of", $"NumberValue.ToNumber<{written}>")
            {
                CanFail = Unbounded.Contains(name),
                KeyWriter = "KeyValue.Of({0})",
                Placeholder = Fractions.Contains(name) ? Placeholder.None : Placeholder.Integer,
            };
        return Others.TryGetValue(name, out var found)
            ? new(written, found.Kind, found.Writer, found.Reader)
            {
                KeyWriter = found.Key,
                Placeholder = found.Kind != ValueKind.Text ? Placeholder.None
                    : Dates.Contains(name) ? Placeholder.Date : Placeholder.Text,
            }
            : null;
    }

    private static string FullName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte, Rank: 1 } => "byte[]",
        INamedTypeSymbol { Name: "ReadOnlyMemory", TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } memory
            when memory.ContainingNamespace.ToDisplayString() == "System" => "System.ReadOnlyMemory<byte>",
        INamedTypeSymbol { IsGenericType: false } named => named.ToDisplayString(Format),
        _ => "",
    };
}

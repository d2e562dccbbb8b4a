using System.Globalization;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Finds how a type is read from the text of a route, query or header.</summary>
internal static class ValueReader
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["string"] = "String",
        ["bool"] = "Boolean",
        ["char"] = "Char",
        ["sbyte"] = "SByte",
        ["byte"] = "Byte",
        ["short"] = "Int16",
        ["ushort"] = "UInt16",
        ["int"] = "Int32",
        ["uint"] = "UInt32",
        ["long"] = "Int64",
        ["ulong"] = "UInt64",
        ["float"] = "Single",
        ["double"] = "Double",
        ["decimal"] = "Decimal",
        ["global::System.Guid"] = "Guid",
        ["global::System.DateOnly"] = "DateOnly",
        ["global::System.TimeOnly"] = "TimeOnly",
        ["global::System.DateTimeOffset"] = "DateTimeOffset",
        ["global::System.DateTime"] = "DateTime",
        ["global::System.TimeSpan"] = "TimeSpan",
        ["global::System.Uri"] = "Uri",
    };

    /// <summary>How the type is read, within its bounds; null where it is not read from text.</summary>
    public static ValueModel? Read(ITypeSymbol type, AttributeData? bounds = null)
    {
        var name = TypeNames.Of(type);
        if (Known.TryGetValue(name, out var parser))
            return new ValueModel(name, $"Values.{parser}{Bounds(bounds, type)}", null, []);
        if (type.TypeKind == TypeKind.Enum)
            return OfEnum((INamedTypeSymbol)type, name);
        return IsParsable(type)
            ? new ValueModel(name, $"Values.Parsable<{name}>(\"a valid {type.Name}\")", null, [])
            : null;
    }

    /// <summary>Whether the type is a number that can have bounds.</summary>
    public static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static string Bounds(AttributeData? bounds, ITypeSymbol type) => bounds?.ConstructorArguments is [var least, var most]
        ? $".Between({Limit(least, type)}, {Limit(most, type)})"
        : "";

    // The attribute holds int or double, whose ends may lie outside the parameter's type.
    private static string Limit(TypedConstant limit, ITypeSymbol type) => limit.Value switch
    {
        int value when type.SpecialType == SpecialType.System_Int32 => value.ToString(CultureInfo.InvariantCulture),
        var value => $"{TypeNames.Of(type)}.CreateSaturating({Literals.Of(value, limit.Type!, TypeNames.Of(limit.Type!))})",
    };

    /// <summary>How an enum is read and written.</summary>
    public static ValueModel ReadEnum(INamedTypeSymbol type) => OfEnum(type, TypeNames.Of(type));

    private static ValueModel OfEnum(INamedTypeSymbol type, string name)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue && !TypeAccess.IsForbidden(field))
            .Select(field => new EnumMemberModel(field.Name, JsonName(field)));
        var parser = type.ContainingType?.Name + type.Name;
        var isFlags = type.Has("System.FlagsAttribute");
        return new ValueModel(name, "", parser, members.ToEquatableArray(), isFlags);
    }

    private static string? JsonName(IFieldSymbol member) => member.Attribute(WellKnown.EnumMemberName)?.Text(0);

    private static bool IsParsable(ITypeSymbol type) => type.AllInterfaces.Any(implemented =>
        implemented.Is("System.IParsable<TSelf>")
        && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type));
}

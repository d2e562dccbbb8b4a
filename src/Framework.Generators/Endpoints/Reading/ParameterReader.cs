using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads where one parameter of HandleAsync comes from.</summary>
internal static class ParameterReader
{
    private static readonly HashSet<string> Lists =
    [
        "System.Collections.Generic.IReadOnlyList<T>", "System.Collections.Generic.IReadOnlyCollection<T>",
        "System.Collections.Generic.IEnumerable<T>", "System.Collections.Generic.IList<T>",
        "System.Collections.Generic.ICollection<T>",
    ];

    public static ParameterModel? Read(
        IParameterSymbol parameter, ICollection<string> routeNames, string template, Action<DiagnosticInfo> report)
    {
        if (parameter.RefKind != RefKind.None)
            return Unsupported(parameter, report);
        if (!TypeAccess.IsUsable(parameter.Type))
            return Unusable(parameter, report);
        var typeName = TypeNames.WithNullability(parameter.Type);
        if (OwnKind(TypeNames.Of(parameter.Type)) is { } own)
            return Model(parameter, own, parameter.Name, typeName, null, ParameterShape.Single);
        if (TypeNames.Of(parameter.Type.Bare()) == WellKnown.IfMatch)
            return Model(parameter, ParameterKind.IfMatch, "if-match", typeName, null, parameter.Type.IsNullableValue() ? ParameterShape.NullableValue : ParameterShape.Single);
        if (parameter.Attribute(WellKnown.FromForm) is not null)
            return OfRecord(parameter, ParameterKind.FormRecord, report);
        if (RawKind(parameter.Type) is { } raw)
            return OfRaw(parameter, raw, report);
        var header = parameter.Attribute(WellKnown.FromHeader);
        var (value, shape) = Shape(parameter, BoundsReader.Read(parameter, report));
        if (header is not null)
            return OfHeader(parameter, header, value, shape, report);
        if (parameter.Attribute(WellKnown.FromCookie) is { } cookie)
            return OfCookie(parameter, cookie, value, shape, report);
        if (routeNames.Contains(parameter.Name))
            return OfRoute(parameter, template, value, shape, report);
        var query = parameter.Attribute(WellKnown.FromQuery);
        if (value is not null)
            return OfText(parameter, ParameterKind.Query, query?.Text(0) ?? parameter.Name, value, shape, report);
        return query is not null ? OfRecord(parameter, ParameterKind.QueryRecord, report) : OfBody(parameter, report);
    }

    private static ParameterKind? OwnKind(string type) => type switch
    {
        WellKnown.Caller => ParameterKind.Caller,
        WellKnown.Request => ParameterKind.Request,
        WellKnown.Invocation => ParameterKind.Invocation,
        WellKnown.Connection => ParameterKind.Connection,
        WellKnown.CancellationToken => ParameterKind.Cancellation,
        _ => null,
    };

    private static ParameterKind? RawKind(ITypeSymbol type) => TypeNames.Of(type.Bare()) switch
    {
        WellKnown.Bytes => ParameterKind.Bytes,
        WellKnown.Stream => ParameterKind.Stream,
        _ => null,
    };

    private static ParameterModel? OfRaw(IParameterSymbol parameter, ParameterKind kind, Action<DiagnosticInfo> report)
    {
        var types = parameter.Attribute(WellKnown.Accepts) is { } accepts ? AttributeTexts.Of(accepts) : [];
        if (types.FirstOrDefault(type => !IsMediaType(type)) is { } wrong)
        {
            report(DiagnosticInfo.Of(EndpointDiagnostics.MediaType, LocationInfo.Of(parameter), wrong, parameter.Name));
            return null;
        }
        var isOptional = parameter.Type.IsNullableValue() || parameter.NullableAnnotation == NullableAnnotation.Annotated;
        var shape = isOptional ? ParameterShape.NullableReference : ParameterShape.Single;
        return Model(parameter, kind, parameter.Name, TypeNames.WithNullability(parameter.Type), null, shape) with { MediaTypes = types };
    }

    // RFC 9110, section 8.3.1, without parameters; a star stands for all subtypes.
    private static bool IsMediaType(string text) => text.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype]
        && type.All(IsOfToken) && !type.Contains('*') && subtype.All(IsOfToken) && (subtype == "*" || !subtype.Contains('*'));

    private static ParameterModel? OfRecord(IParameterSymbol parameter, ParameterKind kind, Action<DiagnosticInfo> report)
    {
        if (RecordReader.Read(parameter, kind, report) is not { } members)
            return null;
        var shape = kind == ParameterKind.FormRecord && parameter.Type.NullableAnnotation == NullableAnnotation.Annotated
            ? ParameterShape.NullableReference
            : ParameterShape.Single;
        return Model(parameter, kind, parameter.Name, TypeNames.WithNullability(parameter.Type), null, shape) with { Members = members };
    }

    /// <summary>How one value is read, and how many there may be.</summary>
    public static (ValueModel? Value, ParameterShape Shape) Shape(IParameterSymbol parameter, AttributeData? bounds)
    {
        var type = parameter.Type;
        var isNullable = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type.IsNullableValue())
            return (ValueReader.Read(type.Bare(), bounds), ParameterShape.NullableValue);
        if (Item(type) is { } item)
        {
            var isOptional = isNullable || parameter.HasExplicitDefaultValue;
            return (ValueReader.Read(item, bounds), isOptional ? ParameterShape.NullableArray : ParameterShape.Array);
        }
        return (ValueReader.Read(type, bounds), isNullable ? ParameterShape.NullableReference : ParameterShape.Single);
    }

    // What an array or a list of several values holds; bytes are a body and not a list of values.
    private static ITypeSymbol? Item(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: not SpecialType.System_Byte } array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true } list when IsList(list) => list.TypeArguments[0],
        _ => null,
    };

    /// <summary>Whether it is a list of several values.</summary>
    public static bool IsList(INamedTypeSymbol type) => Lists.Contains(type.OriginalDefinition.ToDisplayString());

    private static ParameterModel? OfHeader(
        IParameterSymbol parameter, AttributeData header, ValueModel? value, ParameterShape shape, Action<DiagnosticInfo> report)
    {
        var name = HeaderName(parameter, header);
        if (name.All(IsOfToken))
            return OfText(parameter, ParameterKind.Header, name, OfHeader(value, shape), shape, report);
        report(DiagnosticInfo.Of(EndpointDiagnostics.HeaderName, LocationInfo.Of(parameter), name, parameter.Name));
        return null;
    }

    private static ParameterModel? OfCookie(
        IParameterSymbol parameter, AttributeData cookie, ValueModel? value, ParameterShape shape, Action<DiagnosticInfo> report)
    {
        var name = cookie.Text(0) is { Length: > 0 } own ? own : parameter.Name;
        if (name.All(IsOfToken))
            return OfText(parameter, ParameterKind.Cookie, name, value, shape, report);
        report(DiagnosticInfo.Of(EndpointDiagnostics.CookieName, LocationInfo.Of(parameter), name, parameter.Name));
        return null;
    }

    // Headers have a form of their own for an instant. It holds a comma, so that a list of them keeps ISO 8601.
    private static ValueModel? OfHeader(ValueModel? value, ParameterShape shape) =>
        value?.Parser == "Values.DateTimeOffset" && shape is not (ParameterShape.Array or ParameterShape.NullableArray)
            ? value with { Parser = "Values.HttpDate" }
            : value;

    // RFC 9110, section 5.1: a token.
    /// <summary>Whether the name of a header or a cookie may hold the character.</summary>
    public static bool IsOfToken(char letter) =>
        letter is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') || "!#$%&'*+-.^_`|~".IndexOf(letter) >= 0;

    private static ParameterModel? OfRoute(
        IParameterSymbol parameter, string template, ValueModel? value, ParameterShape shape, Action<DiagnosticInfo> report)
    {
        if (value is not null && (shape != ParameterShape.Single || parameter.HasExplicitDefaultValue))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.RouteParameterType, LocationInfo.Of(parameter), parameter.Name, template));
            return null;
        }
        return OfText(parameter, ParameterKind.Route, parameter.Name, value, shape, report);
    }

    /// <summary>A value that is read from a text.</summary>
    public static ParameterModel? OfText(
        IParameterSymbol parameter,
        ParameterKind kind,
        string sourceName,
        ValueModel? value,
        ParameterShape shape,
        Action<DiagnosticInfo> report) => value is null
            ? Unsupported(parameter, report)
            : Model(parameter, kind, sourceName, TypeNames.WithNullability(parameter.Type), value, shape);

    private static ParameterModel? OfBody(IParameterSymbol parameter, Action<DiagnosticInfo> report)
    {
        var type = parameter.Type;
        var readable = type is IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.System_Byte }
            || (SymbolEqualityComparer.Default.Equals(type, type.Bare()) && IsReadable(type));
        if (!readable || type.AllInterfaces.Any(implemented => implemented.ToDisplayString() == "System.IDisposable"))
            return Unsupported(parameter, report);
        var shape = type.NullableAnnotation == NullableAnnotation.Annotated
            ? ParameterShape.NullableReference
            : ParameterShape.Single;
        return Model(parameter, ParameterKind.Body, parameter.Name, TypeNames.WithNullability(type), null, shape);
    }

    private static bool IsReadable(ITypeSymbol type) =>
        type.SpecialType == SpecialType.None
        && (type.IsAbstract
            ? BodyReader.HasDerivedTypes(type) || IsMadeByJson((INamedTypeSymbol)type)
            : type.TypeKind is TypeKind.Class or TypeKind.Struct);

    // The abstract types that System.Text.Json can construct.
    private static bool IsMadeByJson(INamedTypeSymbol type) => IsList(type) || type.OriginalDefinition.ToDisplayString()
        is "System.Text.Json.Nodes.JsonNode"
        or "System.Collections.Generic.IDictionary<TKey, TValue>" or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>"
        or "System.Collections.Generic.ISet<T>" or "System.Collections.Generic.IReadOnlySet<T>";

    private static ParameterModel? Unsupported(IParameterSymbol parameter, Action<DiagnosticInfo> report)
    {
        report(DiagnosticInfo.Of(
            EndpointDiagnostics.UnsupportedParameterType, LocationInfo.Of(parameter),
            parameter.Name, TypeNames.ForPeople(parameter)));
        return null;
    }

    private static ParameterModel? Unusable(IParameterSymbol parameter, Action<DiagnosticInfo> report)
    {
        report(DiagnosticInfo.Of(
            EndpointDiagnostics.UnusableType, LocationInfo.Of(parameter),
            parameter.Name, parameter.ContainingType.Name, TypeNames.ForPeople(parameter)));
        return null;
    }

    public static ParameterModel Model(
        IParameterSymbol parameter, ParameterKind kind, string sourceName, string typeName, ValueModel? value, ParameterShape shape) =>
        new(parameter.Name, kind, sourceName, typeName, TypeNames.Of(parameter.Type.Bare()), value, shape, Default(parameter));

    private static string? Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
            return null;
        var type = parameter.Type.Bare();
        return Literals.Of(parameter.ExplicitDefaultValue, type, TypeNames.Of(type));
    }

    // ifMatch is If-Match: headers separate words by hyphens.
    private static string HeaderName(IParameterSymbol parameter, AttributeData header)
    {
        if (header.Text(0) is { Length: > 0 } name)
            return name;
        return string.Concat(parameter.Name.Select(letter =>
            char.IsUpper(letter) ? "-" + char.ToLowerInvariant(letter) : letter.ToString()));
    }
}

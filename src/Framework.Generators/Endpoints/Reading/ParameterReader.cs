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
        var header = parameter.Attribute(WellKnown.FromHeader);
        var (value, shape) = Shape(parameter, BoundsReader.Read(parameter, report));
        if (header is not null)
            return OfHeader(parameter, header, value, shape, report);
        if (routeNames.Contains(parameter.Name))
            return OfRoute(parameter, template, value, shape, report);
        if (value is not null)
            return OfText(parameter, ParameterKind.Query, parameter.Name, value, shape, report);
        return OfBody(parameter, report);
    }

    private static ParameterKind? OwnKind(string type) => type switch
    {
        WellKnown.Caller => ParameterKind.Caller,
        WellKnown.Request => ParameterKind.Request,
        WellKnown.Invocation => ParameterKind.Invocation,
        WellKnown.CancellationToken => ParameterKind.Cancellation,
        _ => null,
    };

    private static (ValueModel? Value, ParameterShape Shape) Shape(IParameterSymbol parameter, AttributeData? bounds)
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

    private static bool IsList(INamedTypeSymbol type) => Lists.Contains(type.OriginalDefinition.ToDisplayString());

    private static ParameterModel? OfHeader(
        IParameterSymbol parameter, AttributeData header, ValueModel? value, ParameterShape shape, Action<DiagnosticInfo> report)
    {
        var name = HeaderName(parameter, header);
        if (name.All(IsOfHeaderName))
            return OfText(parameter, ParameterKind.Header, name, OfHeader(value, shape), shape, report);
        report(DiagnosticInfo.Of(EndpointDiagnostics.HeaderName, LocationInfo.Of(parameter), name, parameter.Name));
        return null;
    }

    // Headers have a form of their own for an instant. It holds a comma, so that a list of them keeps ISO 8601.
    private static ValueModel? OfHeader(ValueModel? value, ParameterShape shape) =>
        value?.Parser == "Values.DateTimeOffset" && shape is not (ParameterShape.Array or ParameterShape.NullableArray)
            ? value with { Parser = "Values.HttpDate" }
            : value;

    // RFC 9110, section 5.1: a token.
    private static bool IsOfHeaderName(char letter) =>
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

    private static ParameterModel? OfText(
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

    private static ParameterModel Model(
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

using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads a record that is made of the values of a query or a form, one for each parameter of its constructor.</summary>
internal static class RecordReader
{
    private const string File = "global::Framework.Http.FormFile";

    /// <summary>The parameter with its members; null where it cannot be read.</summary>
    /// <param name="parameter">HandleAsync's parameter.</param>
    /// <param name="kind">Where the values come from: a query or a form.</param>
    /// <param name="report">Is called for each mistake.</param>
    public static EquatableArray<ParameterModel>? Read(IParameterSymbol parameter, ParameterKind kind, Action<DiagnosticInfo> report)
    {
        if (Constructor(parameter.Type) is not { } constructor)
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.UnmakableRecord, LocationInfo.Of(parameter), parameter.Name, TypeNames.ForPeople(parameter),
                kind == ParameterKind.FormRecord ? "a form" : "the query string"));
            return null;
        }
        var members = constructor.Parameters.Select(member => Member(member, kind, report)).ToList();
        return members.Any(member => member is null) ? null : members.Select(member => member!).ToEquatableArray();
    }

    // A constructor without parameters would leave every value out.
    private static IMethodSymbol? Constructor(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class } named
        && named.InstanceConstructors.Where(one => one.DeclaredAccessibility == Accessibility.Public).ToList() is [{ Parameters.Length: > 0 } only]
            ? only
            : null;

    private static ParameterModel? Member(IParameterSymbol member, ParameterKind kind, Action<DiagnosticInfo> report)
    {
        var isForm = kind == ParameterKind.FormRecord;
        var name = member.Attribute(isForm ? WellKnown.FromForm : WellKnown.FromQuery)?.Text(0) is { Length: > 0 } own
            ? own
            : Naming.CamelCase(member.Name);
        if (isForm && FileShape(member.Type) is { } files)
            return ParameterReader.Model(member, ParameterKind.File, name, TypeNames.WithNullability(member.Type), null, files);
        var (value, shape) = ParameterReader.Shape(member, BoundsReader.Read(member, report));
        return ParameterReader.OfText(member, isForm ? ParameterKind.Field : ParameterKind.Query, name, value, shape, report);
    }

    private static ParameterShape? FileShape(ITypeSymbol type)
    {
        if (TypeNames.Of(type) == File)
            return type.NullableAnnotation == NullableAnnotation.Annotated ? ParameterShape.NullableReference : ParameterShape.Single;
        return type is INamedTypeSymbol { IsGenericType: true } list && ParameterReader.IsList(list) && TypeNames.Of(list.TypeArguments[0]) == File
            ? ParameterShape.Array
            : null;
    }
}

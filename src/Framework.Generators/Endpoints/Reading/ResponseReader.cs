using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the response of HandleAsync from its return type.</summary>
internal static class ResponseReader
{
    /// <summary>Reads the response.</summary>
    /// <param name="type">The endpoint.</param>
    /// <param name="handler">Its HandleAsync.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <param name="json">The type of its JSON value; null where it has none.</param>
    public static ResponseModel? Read(
        INamedTypeSymbol type, IMethodSymbol handler, Action<DiagnosticInfo> report, out ITypeSymbol? json)
    {
        json = null;
        if (handler.RefKind != RefKind.None || handler.ReturnType is not INamedTypeSymbol task || !IsTask(task))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.ReturnType, Place(handler), type.Name, TypeNames.ForPeople(handler.ReturnType)));
            return null;
        }
        if (task.TypeArguments.Length == 0)
            return new ResponseModel(ResponseKind.Nothing, null, 204);
        var response = task.TypeArguments[0];
        if (!TypeAccess.IsUsable(response))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.UnusableType, Place(handler), "The response", type.Name, TypeNames.ForPeople(response)));
            return null;
        }
        if (TypeNames.Of(response) == WellKnown.Response)
            return new ResponseModel(ResponseKind.Response, null, 200);
        json = Inside(response);
        if (UnsendableResponse.Fix(json ?? response) is { } fix)
        {
            json = null;
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.UnsendableResponse, Place(handler), type.Name, TypeNames.ForPeople(response), fix));
            return null;
        }
        return json is null
            ? new ResponseModel(ResponseKind.Value, TypeNames.Of(json = response), 200)
            : new ResponseModel(ResponseKind.Result, TypeNames.Of(json), StatusOf(response));
    }

    /// <summary>The place of the return type.</summary>
    public static LocationInfo? Place(IMethodSymbol handler) =>
        handler.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax method
            ? LocationInfo.Of(method.ReturnType.GetLocation())
            : LocationInfo.Of(handler);

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    // The value of a JsonResult<T>, such as Created<T> is.
    private static ITypeSymbol? Inside(ITypeSymbol response) => response.Levels().OfType<INamedTypeSymbol>()
        .FirstOrDefault(level => level.Is(WellKnown.JsonResult))?.TypeArguments[0];

    private static int StatusOf(ITypeSymbol result) => result.ContainingNamespace.ToDisplayString() != "Framework.Http"
        ? 200
        : result.Name switch
        {
            "Created" => 201,
            "Accepted" => 202,
            "MultiStatus" => 207,
            _ => 200,
        };
}

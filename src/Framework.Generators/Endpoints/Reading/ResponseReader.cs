using System.Collections.Immutable;
using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the response of HandleAsync from its return type.</summary>
internal static class ResponseReader
{
    private const string Http = "Framework.Http";

    /// <summary>Reads the response.</summary>
    /// <param name="type">The endpoint.</param>
    /// <param name="handler">Its HandleAsync.</param>
    /// <param name="report">Is called for each mistake.</param>
    /// <param name="json">Takes the types of its JSON values.</param>
    /// <param name="nothing">The status code where the task holds nothing.</param>
    public static ResponseModel? Read(
        INamedTypeSymbol type, IMethodSymbol handler, Action<DiagnosticInfo> report, Action<ITypeSymbol> json, int nothing = 204)
    {
        if (handler.RefKind != RefKind.None || handler.ReturnType is not INamedTypeSymbol returned || !(IsTask(returned) || StreamedResponse.Is(returned)))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.ReturnType, Place(handler), type.Name, TypeNames.ForPeople(handler.ReturnType)));
            return null;
        }
        var isAwaited = IsTask(returned);
        if (isAwaited && returned.TypeArguments.Length == 0)
            return new ResponseModel(ResponseKind.Nothing, new OutcomeModel(nothing));
        var response = isAwaited ? returned.TypeArguments[0] : returned;
        if (!TypeAccess.IsUsable(response))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.UnusableType, Place(handler), "The response", type.Name, TypeNames.ForPeople(response)));
            return null;
        }
        if (TypeNames.Of(response) == WellKnown.Response)
            return new ResponseModel(ResponseKind.Response, new OutcomeModel(200));
        var outcomes = Parts(response).Select(part => Outcome(type, handler, part, report, json)).ToList();
        return outcomes.Any(outcome => outcome is null)
            ? null
            : new ResponseModel(KindOf(response), outcomes.Select(outcome => outcome!).ToEquatableArray(), isAwaited);
    }

    /// <summary>The place of the return type.</summary>
    public static LocationInfo? Place(IMethodSymbol handler) =>
        handler.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax method
            ? LocationInfo.Of(method.ReturnType.GetLocation())
            : LocationInfo.Of(handler);

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static ResponseKind KindOf(ITypeSymbol response)
    {
        if (IsOneOfSeveral(response))
            return ResponseKind.OneOfSeveral;
        if (StreamedResponse.Is(response))
            return ResponseKind.Stream;
        if (Inside(response) is not null)
            return ResponseKind.JsonResult;
        return IsResult(response) ? ResponseKind.Result : ResponseKind.Value;
    }

    private static OutcomeModel? Outcome(
        INamedTypeSymbol type, IMethodSymbol handler, ITypeSymbol response, Action<DiagnosticInfo> report, Action<ITypeSymbol> json)
    {
        if (response.Is(WellKnown.HttpResult))
        {
            report(DiagnosticInfo.Of(EndpointDiagnostics.UnknownResponse, Place(handler), type.Name, TypeNames.ForPeople(response)));
            return null;
        }
        var stream = StreamedResponse.Format(response);
        var value = stream is null ? Inside(response) : StreamedResponse.Item(response);
        if (value is null && IsResult(response))
            return new OutcomeModel(StatusOf(response), Stream: stream);
        if (UnsendableResponse.Fix(value ?? response) is { } fix)
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.UnsendableResponse, Place(handler), type.Name, TypeNames.ForPeople(response), fix));
            return null;
        }
        var sent = value ?? response;
        if (stream is not null)
        {
            var streamed = new OutcomeModel(200, TypeNames.Of(sent), Stream: stream);
            if (streamed.IsJson)
                json(sent);
            return streamed;
        }
        var version = VersionReader.Find(sent);
        if (version is not null && !VersionReader.IsNumber(version))
        {
            report(DiagnosticInfo.Of(
                EndpointDiagnostics.VersionType, LocationInfo.Of(version) ?? Place(handler), version.Name, version.ContainingType.Name, TypeNames.ForPeople(version.Type)));
            return null;
        }
        json(sent);
        return new OutcomeModel(
            value is null ? 200 : StatusOf(response), TypeNames.Of(sent), version is null ? null : VersionReader.Path(sent, version));
    }

    // The arguments of Results<T1, T2>, or the response itself.
    private static ImmutableArray<ITypeSymbol> Parts(ITypeSymbol response) =>
        IsOneOfSeveral(response) ? ((INamedTypeSymbol)response).TypeArguments : [response];

    private static bool IsOneOfSeveral(ITypeSymbol response) =>
        response is { Name: "Results", IsValueType: true } && response.ContainingNamespace.ToDisplayString() == Http;

    private static bool IsResult(ITypeSymbol response) => response.Levels().Any(level => level.Is(WellKnown.HttpResult));

    // The value of a JsonResult<T>, such as Created<T> is.
    private static ITypeSymbol? Inside(ITypeSymbol response) => response.Levels().OfType<INamedTypeSymbol>()
        .FirstOrDefault(level => level.Is(WellKnown.JsonResult))?.TypeArguments[0];

    private static int StatusOf(ITypeSymbol result) => result.ContainingNamespace.ToDisplayString() != Http
        ? OwnStatusOf(result)
        : result.Name switch
        {
            "Created" => 201,
            "Accepted" => 202,
            "NoContent" => 204,
            "MultiStatus" => 207,
            "MovedPermanently" => 301,
            "Found" or "Redirect" => 302,
            "SeeOther" => 303,
            "NotModified" => 304,
            "TemporaryRedirect" => 307,
            "PermanentRedirect" => 308,
            _ => 200,
        };

    // What an author's record passes to its base: record Teapot() : HttpResult(418).
    private static int OwnStatusOf(ITypeSymbol result) => result.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>()
        .SelectMany(declaration => declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
        .Select(parent => (parent.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax)?.Token.Value)
        .OfType<int>().DefaultIfEmpty(200).First();
}

using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads the class of a Lambda authorizer into its model.</summary>
internal static class AuthorizerReader
{
    public static AuthorizerResult Read(INamedTypeSymbol type, AttributeData attribute)
    {
        var location = LocationInfo.Of(type);
        if (ConstructorReader.Find(type) is not { } constructor)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.NotConstructible, location, type.Name));
        var handlers = EndpointReader.Handlers(type);
        if (handlers.Count != 1 || handlers[0].IsGenericMethod || handlers[0].IsStatic)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.NoHandleAsync, location, type.Name, $"{handlers.Count}"));
        var handler = handlers[0];
        if (handler.Parameters.Concat(constructor.Parameters).Any(parameter => TypeAccess.IsUnknown(parameter.Type)) || TypeAccess.IsUnknown(handler.ReturnType))
            return Failed();

        var diagnostics = new List<DiagnosticInfo>();
        if (Problem(type, handler) is { } problem)
            diagnostics.Add(DiagnosticInfo.Of(EndpointDiagnostics.UnusableAuthorizer, location, type.Name, problem));
        var headers = AttributeTexts.Of(attribute);
        foreach (var header in headers.Where(header => header.Length == 0 || !header.All(ParameterReader.IsOfToken)))
            diagnostics.Add(DiagnosticInfo.Of(EndpointDiagnostics.HeaderName, attribute.Location(), header, type.Name));
        diagnostics.AddRange(ConstructorReader.Problems(type.Name, constructor, "HandleAsync"));
        if (diagnostics.Count > 0)
            return Failed([.. diagnostics]);
        return new AuthorizerResult(
            new AuthorizerModel(
                type.Name,
                TypeNames.Of(type),
                headers,
                attribute.NamedArguments.Any(argument => argument is { Key: "UsesPolicies", Value.Value: true }),
                ConstructorReader.Dependencies(constructor),
                EgressReader.Of(constructor),
                handler.Parameters.Select(parameter => Argument(parameter)!).ToEquatableArray(),
                EndpointReader.Disposal(type)),
            location,
            []);
    }

    private static string? Problem(INamedTypeSymbol type, IMethodSymbol handler)
    {
        if (RouteReader.Attributes(type).Count > 0)
            return "it has a route too, and a function is one of the two: write two classes";
        if (AccessReader.HasAny(type))
            return "who may call an authorizer is the gateway's to say: remove [AllowAnonymous] and all that requires something of a caller";
        return handler.Parameters.Any(parameter => Argument(parameter) is null) || !Returns(handler.ReturnType)
            ? "its HandleAsync takes an AuthorizerRequest, and if you like an Invocation and a CancellationToken, and returns Task<AuthorizerResult>"
            : null;
    }

    private static bool Returns(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var result] } task
        && (task.Is("System.Threading.Tasks.Task<TResult>") || task.Is("System.Threading.Tasks.ValueTask<TResult>"))
        && result.Is(WellKnown.AuthorizerResult);

    private static string? Argument(IParameterSymbol parameter) => parameter.RefKind != RefKind.None
        ? null
        : TypeNames.Of(parameter.Type) switch
        {
            WellKnown.AuthorizerRequest => "context.Request",
            WellKnown.Invocation => "context.Invocation",
            WellKnown.CancellationToken => "context.Cancellation",
            _ => null,
        };

    public static AuthorizerResult Failed(params DiagnosticInfo[] diagnostics) => new(null, null, diagnostics.ToEquatableArray());
}

using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints;

/// <summary>Reads an endpoint's class into its model.</summary>
internal static class EndpointReader
{
    public static EndpointResult Read(INamedTypeSymbol type, AttributeData attribute, string method)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var location = LocationInfo.Of(type);
        var template = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        if (RouteTemplateText.Problem(template) is { } problem)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.MalformedTemplate, LocationInfo.Of(attribute.ApplicationSyntaxReference), template, problem));
        if (Constructor(type) is not { } constructor)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.NotConstructible, location, type.Name));
        var handlers = Handlers(type);
        if (handlers.Count != 1 || handlers[0].IsGenericMethod || handlers[0].IsStatic)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.NoHandleAsync, location, type.Name, $"{handlers.Count}"));

        var access = AccessReader.Read(type, diagnostics);
        var cors = AccessReader.ReadCors(type, diagnostics);
        var parameters = Parameters(handlers[0], template, method, diagnostics);
        var answer = AnswerReader.Read(type, handlers[0], diagnostics);
        CheckConstructor(constructor, diagnostics);
        if (diagnostics.Count > 0 || answer is null)
            return new EndpointResult(null, diagnostics.ToEquatableArray());
        var needs = constructor.Parameters.Select(parameter => TypeNames.Of(parameter.Type)).ToEquatableArray();
        return new EndpointResult(
            new EndpointModel(type.Name, TypeNames.Of(type), method, template, access, cors, needs, parameters, answer, location),
            []);
    }

    private static EndpointResult Failed(DiagnosticInfo diagnostic) =>
        new(null, new[] { diagnostic }.ToEquatableArray());

    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsGenericType || type.IsStatic || !TypeNames.IsReachable(type))
            return null;
        var constructors = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
            .ToList();
        return constructors.Count == 1 ? constructors[0] : null;
    }

    private static List<IMethodSymbol> Handlers(INamedTypeSymbol type) =>
    [
        .. type.GetMembers("HandleAsync").OfType<IMethodSymbol>()
            .Where(method => method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal),
    ];

    private static EquatableArray<ParameterModel> Parameters(
        IMethodSymbol handler, string template, string method, List<DiagnosticInfo> diagnostics)
    {
        var names = RouteTemplateText.Names(template);
        var parameters = new List<ParameterModel>();
        foreach (var parameter in handler.Parameters)
        {
            if (ParameterReader.Read(parameter, [.. names], template, diagnostics) is { } model)
                parameters.Add(model);
        }
        foreach (var name in names.Where(name => handler.Parameters.All(parameter => parameter.Name != name)))
            diagnostics.Add(DiagnosticInfo.Of(EndpointDiagnostics.RouteNameWithoutParameter, LocationInfo.Of(handler), template, name));
        CheckBodies(parameters, method, diagnostics);
        return parameters.ToEquatableArray();
    }

    private static void CheckBodies(List<ParameterModel> parameters, string method, List<DiagnosticInfo> diagnostics)
    {
        var bodies = parameters.Where(parameter => parameter.Kind == ParameterKind.Body).ToList();
        if (bodies.Count > 1)
            diagnostics.Add(DiagnosticInfo.Of(EndpointDiagnostics.TwoBodies, bodies[1].Location, bodies[0].Name, bodies[1].Name));
        else if (bodies.Count == 1 && (method is "GET" or "DELETE"))
            diagnostics.Add(DiagnosticInfo.Of(EndpointDiagnostics.BodyWithoutMeaning, bodies[0].Location, bodies[0].Name, method));
    }

    private static void CheckConstructor(IMethodSymbol constructor, List<DiagnosticInfo> diagnostics)
    {
        foreach (var parameter in constructor.Parameters)
        {
            var name = TypeNames.Of(parameter.Type);
            if (ValueReader.Read(parameter.Type) is not null
                || name is TypeNames.Caller or TypeNames.Request or TypeNames.Invocation or TypeNames.CancellationToken)
            {
                diagnostics.Add(DiagnosticInfo.Of(
                    EndpointDiagnostics.RequestDataInConstructor, LocationInfo.Of(parameter),
                    parameter.Name, TypeNames.ForPeople(parameter.Type)));
            }
        }
    }
}

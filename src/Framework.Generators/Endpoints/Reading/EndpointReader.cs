using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Reads an endpoint's class into its model.</summary>
internal static class EndpointReader
{
    /// <summary>Reads it.</summary>
    /// <param name="type">The class.</param>
    /// <param name="service">The project that serves it: the class's own, or one that references that.</param>
    public static EndpointResult Read(INamedTypeSymbol type, IAssemblySymbol service)
    {
        var location = LocationInfo.Of(type);
        var diagnostics = new List<DiagnosticInfo>();
        if (RouteKeyReader.Read(type, diagnostics.Add) is not { } keys || RouteReader.Read(type, diagnostics.Add) is not { } routes)
            return Failed([.. diagnostics]);
        if (ConstructorReader.Find(type) is not { } constructor)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.NotConstructible, location, type.Name));
        var handlers = Handlers(type);
        if (handlers.Count != 1 || handlers[0].IsGenericMethod || handlers[0].IsStatic)
            return Failed(DiagnosticInfo.Of(EndpointDiagnostics.NoHandleAsync, location, type.Name, $"{handlers.Count}"));
        var handler = handlers[0];
        if (handler.Parameters.Concat(constructor.Parameters).Any(parameter => TypeAccess.IsUnknown(parameter.Type)) || TypeAccess.IsUnknown(handler.ReturnType))
            return Failed();

        var policies = PolicyReader.Read(type, service, diagnostics.Add);
        var access = AccessReader.Read(type, diagnostics.Add);
        var cors = AccessReader.ReadCors(type, diagnostics.Add);
        var cacheControl = CacheReader.Read(type, access, diagnostics.Add);
        var filters = FilterReader.Read(type, service, diagnostics.Add);
        var parameters = Parameters(handler, routes, diagnostics.Add);
        EventParts.Check(handler, parameters, keys, diagnostics.Add);
        var body = handler.Parameters.FirstOrDefault(parameter =>
            parameters.Any(model => model.Kind == ParameterKind.Body && model.Name == parameter.Name));
        var limits = LimitsReader.Read(type, parameters.Any(parameter => parameter.IsOfBody), diagnostics.Add);
        var shape = body is null ? null : BodyReader.Read(body, diagnostics.Add);
        var sent = new List<ITypeSymbol>();
        var response = ResponseReader.Read(type, handler, diagnostics.Add, sent.Add, nothing: keys.Count > 0 ? 200 : 204);
        diagnostics.AddRange(ConstructorReader.Problems(type.Name, constructor, "HandleAsync"));
        if (diagnostics.Count > 0 || response is null)
            return Failed([.. diagnostics]);

        var json = new List<JsonUse>();
        if (body is not null)
            json.Add(new JsonUse(JsonContextReader.TypesIn(body.Type), LocationInfo.Of(body)));
        json.AddRange(sent.Distinct(SymbolEqualityComparer.Default).OfType<ITypeSymbol>()
            .Select(value => new JsonUse(JsonContextReader.TypesIn(value), ResponseReader.Place(handler))));
        var rules = handler.Parameters.Where(parameter => parameters.Any(model => model.IsChecked && model.Name == parameter.Name))
            .SelectMany(parameter => RulesReader.ReadShared(parameter, service)).ToEquatableArray();
        var dependencies = ConstructorReader.Dependencies(constructor);
        var egress = policies.Concat(filters).Select(part => part.Egress).Append(EgressReader.Of(constructor)).Max();
        return new EndpointResult(
            new EndpointModel(type.Name, TypeNames.Of(type), routes, keys, access, cors, cacheControl, dependencies, policies, filters, egress, parameters, shape, limits, rules, response, Enums([body?.Type, .. sent]), Disposal(type)),
            location,
            json.ToEquatableArray(),
            []);
    }

    private static EquatableArray<ValueModel> Enums(params ITypeSymbol?[] types) => types.OfType<ITypeSymbol>()
        .SelectMany(JsonContextReader.EnumsIn).Select(ValueReader.ReadEnum)
        .Distinct().OrderBy(type => type.TypeName, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>What the declaration of the handler's variable begins with.</summary>
    public static string Disposal(INamedTypeSymbol type)
    {
        var names = type.AllInterfaces.Select(implemented => implemented.ToDisplayString()).ToList();
        if (names.Contains("System.IAsyncDisposable"))
            return "await using ";
        return names.Contains("System.IDisposable") ? "using " : "";
    }

    /// <summary>An endpoint that cannot be served.</summary>
    public static EndpointResult Failed(params DiagnosticInfo[] diagnostics) =>
        new(null, null, [], diagnostics.ToEquatableArray());

    /// <summary>The methods named HandleAsync: the class's own, or those of the nearest class that it derives from.</summary>
    public static List<IMethodSymbol> Handlers(INamedTypeSymbol type) => type.Levels()
        .Select(level => level.GetMembers("HandleAsync").OfType<IMethodSymbol>().Where(method => IsCallable(method, type)).ToList())
        .FirstOrDefault(handlers => handlers.Count > 0) ?? [];

    private static bool IsCallable(IMethodSymbol method, INamedTypeSymbol type) =>
        method.DeclaredAccessibility == Accessibility.Public
        || (method.DeclaredAccessibility == Accessibility.Internal
            && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, type.ContainingAssembly));

    private static EquatableArray<ParameterModel> Parameters(
        IMethodSymbol handler, EquatableArray<RouteModel> routes, Action<DiagnosticInfo> report)
    {
        var template = routes.Count == 0 ? "" : routes[0].Template;
        var names = RouteTemplateText.Names(template);
        var parameters = new List<ParameterModel>();
        var bodies = new List<IParameterSymbol>();
        var free = new HashSet<string>(names);
        foreach (var parameter in handler.Parameters)
        {
            var read = ParameterReader.Read(parameter, [.. names], template, report);
            if (read is null or { Kind: ParameterKind.Route })
                free.Remove(parameter.Name);
            if (read is not { } model)
                continue;
            parameters.Add(model);
            if (model.IsOfBody)
                bodies.Add(parameter);
        }
        foreach (var name in names.Where(free.Contains))
            report(DiagnosticInfo.Of(EndpointDiagnostics.RouteNameWithoutParameter, LocationInfo.Of(handler), template, name));
        if (bodies.Count > 1)
            report(DiagnosticInfo.Of(EndpointDiagnostics.TwoBodies, LocationInfo.Of(bodies[1]), bodies[0].Name, bodies[1].Name));
        else if (bodies.Count == 1 && routes.FirstOrDefault(route => route.Method is "GET" or "DELETE") is { } route)
            report(DiagnosticInfo.Of(EndpointDiagnostics.BodyWithoutMeaning, LocationInfo.Of(bodies[0]), bodies[0].Name, route.Method));
        return parameters.ToEquatableArray();
    }
}

using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Diagnostics;

/// <summary>The diagnostics of endpoints. <c>docs/diagnostics.md</c> describes each.</summary>
internal static class EndpointDiagnostics
{
    public static readonly DiagnosticDescriptor AmbiguousRoute = Error(
        "FWK101", "Two endpoints have the same route",
        "{0} and {1} both serve {2} {3}: give one of them another method or path");

    public static readonly DiagnosticDescriptor RouteNameWithoutParameter = Error(
        "FWK102", "A name in the route has no parameter",
        "The route '{0}' names '{1}', but no parameter of HandleAsync takes it: add '{1}', or take the name out of the route");

    public static readonly DiagnosticDescriptor RouteParameterType = Error(
        "FWK103", "A route parameter must be one value that is always there",
        "'{0}' comes from the route '{1}' and must be one value: make it neither nullable, nor an array, nor optional");

    public static readonly DiagnosticDescriptor TwoBodies = Error(
        "FWK104", "A request has one body",
        "'{0}' and '{1}' would both come from the body: put them into one record, or mark one as [FromHeader]");

    public static readonly DiagnosticDescriptor MissingJsonType = Error(
        "FWK105", "A type is missing from the JSON context",
        "{0} travels as JSON, but no JsonSerializerContext of this project knows it: add {1} to one");

    public static readonly DiagnosticDescriptor NoHandleAsync = Error(
        "FWK106", "An endpoint has exactly one public HandleAsync",
        "{0} has {1} public methods named HandleAsync: give it exactly one, which is not static or generic");

    public static readonly DiagnosticDescriptor UnsupportedParameterType = Error(
        "FWK107", "A parameter's type cannot come from a request",
        "'{0}' has the type {1}, which cannot be read from a request: use a simple type, an IParsable<T> or a record; raw bytes are a ReadOnlyMemory<byte>, and services belong into the constructor");

    public static readonly DiagnosticDescriptor MalformedTemplate = Error(
        "FWK108", "The route is malformed",
        "The route '{0}' is malformed: {1}");

    public static readonly DiagnosticDescriptor AnonymousAndRestricted = Error(
        "FWK109", "An endpoint is either open or restricted",
        "{0} has [AllowAnonymous] and [{1}], which contradict each other: remove one");

    public static readonly DiagnosticDescriptor NotConstructible = Error(
        "FWK110", "An endpoint can be constructed",
        "{0} cannot be constructed by the service: make it a non-generic, non-abstract, at least internal class with one public constructor and no required members");

    public static readonly DiagnosticDescriptor BodyWithoutMeaning = Error(
        "FWK111", "GET and DELETE have no body",
        "'{0}' would come from the body of a {1}, which clients and gateways drop: use simple parameters, arrays of them, or another method");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "FWK112", "An endpoint's name is its function's name",
        "Two endpoints are named {0}: the class's name is the function's handler, so rename one");

    public static readonly DiagnosticDescriptor ReturnType = Error(
        "FWK113", "HandleAsync returns a task",
        "HandleAsync of {0} returns {1}: return Task, Task<T>, ValueTask, ValueTask<T>, or a response that is streamed, such as IAsyncEnumerable<T>");

    public static readonly DiagnosticDescriptor RequestDataInConstructor = Error(
        "FWK114", "The constructor takes services only",
        "'{0}' is of type {1}, which is request data or a plain value: ask for it in {2}, or wrap it in a service");

    public static readonly DiagnosticDescriptor EmptyRequirement = Error(
        "FWK115", "A requirement names what it requires",
        "[{0}] of {1} must name at least one {2}, without spaces");

    public static readonly DiagnosticDescriptor CredentialsForAll = Error(
        "FWK116", "CORS does not allow all origins with credentials",
        "[Cors] of {0} allows any origin with credentials: name the origins");

    public static readonly DiagnosticDescriptor UnusableType = Error(
        "FWK117", "Generated code can use the type",
        "'{0}' of {1} is of type {2}, which generated code cannot use: make it at least internal, pass it by value, and take neither dynamic, nor a pointer, nor a ref struct");

    public static readonly DiagnosticDescriptor UnusableRules = Error(
        "FWK118", "The rules of a body can be made",
        "{0} holds rules for the body of {1}, but the service cannot run them: make it an at least internal class with one public constructor, which takes services only, and no required members");

    public static readonly DiagnosticDescriptor UnmakableBody = Error(
        "FWK119", "A body can be made from JSON",
        "'{0}' holds a {1}, which {2}");

    public static readonly DiagnosticDescriptor LostDefault = Error(
        "FWK120", "A body keeps its defaults",
        "'{0}' of {1} loses its default value where the body leaves it out, because System.Text.Json sets every init property: write set instead of init, or make it a parameter of the constructor with a default");

    public static readonly DiagnosticDescriptor UnsendableResponse = Error(
        "FWK121", "A response is what JSON can hold",
        "HandleAsync of {0} returns {1}, which JSON cannot hold: {2}");

    public static readonly DiagnosticDescriptor IgnoredRule = Error(
        "FWK122", "The rules of a parameter are checked",
        "[{0}] of '{1}' is not checked, because only [Range(least, most)] on a number is: check {1} in HandleAsync, or give it a type that parses itself, an IParsable<T>");

    public static readonly DiagnosticDescriptor HeaderName = Error(
        "FWK123", "A header's name can be sent",
        "No request can have the header '{0}' of '{1}': a header's name is letters, digits and hyphens");

    public static readonly DiagnosticDescriptor OldLanguage = Error(
        "FWK124", "A service is written in C# 14",
        "The code that serves the endpoints is C# 14, and this project is C# {0}: remove LangVersion from it, or raise it");

    public static readonly DiagnosticDescriptor IgnoredBodyRule = Error(
        "FWK125", "The rules of a body are written with FluentValidation",
        "{0} on {1} is not checked: write {2} in an AbstractValidator<{3}> instead");

    public static readonly DiagnosticDescriptor HiddenEndpoint = new(
        "FWK126", "An endpoint of a library is public",
        "{0} of the library {1} is not served, because this project cannot see it: make it public",
        "Framework.Endpoints", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks.To("FWK126"));

    public static readonly DiagnosticDescriptor UnknownResponse = Error(
        "FWK127", "A handler says what it may return",
        "HandleAsync of {0} returns {1}, which may be any response: name each, as in Results<Ok<Item>, NoContent>, or return a Response");

    public static readonly DiagnosticDescriptor CookieName = Error(
        "FWK128", "A cookie's name can be sent",
        "No request can have the cookie '{0}' of '{1}': a cookie's name is letters, digits and any of !#$%&'*+-.^_`|~");

    public static readonly DiagnosticDescriptor VersionType = Error(
        "FWK129", "An entity tag is the number of a version",
        "'{0}' of {1} is the entity tag of the responses and has the type {2}: make it an int or a long");

    public static readonly DiagnosticDescriptor UnmakableRecord = Error(
        "FWK130", "A record of a query or a form is made by its constructor",
        "'{0}' of type {1} comes from {2}: make it a record with one public constructor, whose parameters are the values");

    public static readonly DiagnosticDescriptor MediaType = Error(
        "FWK131", "A media type can be sent",
        "No request can have the media type '{0}' of '{1}': write type/subtype without parameters, such as image/png or image/*");

    public static readonly DiagnosticDescriptor UselessLimits = Error(
        "FWK132", "Limits of a body have an effect",
        "{0} has [BodyLimits] and {1}");

    public static readonly DiagnosticDescriptor CacheDirective = Error(
        "FWK133", "A cache directive has a meaning",
        "[CacheControl] of {0} is malformed: {1}");

    public static readonly DiagnosticDescriptor SharedCache = Error(
        "FWK134", "No cache shares what a signed-in caller gets",
        "[CacheControl] of {0} lets a cache pass on what a signed-in caller gets: add private, or make it no-store");

    public static readonly DiagnosticDescriptor DifferentRoutes = Error(
        "FWK135", "All routes of an endpoint have the same parameters",
        "The routes '{0}' and '{1}' of {2} name different parameters: give both the same, or write two endpoints");

    public static readonly DiagnosticDescriptor UnusableFilter = Error(
        "FWK136", "A filter can be made",
        "{0} cannot be a filter here: {1}");

    public static readonly DiagnosticDescriptor AmbiguousKey = Error(
        "FWK137", "A route of a WebSocket API has one endpoint",
        "{0} and {1} both serve the route {2} of a WebSocket API: make them one class, or give one of them another action");

    public static readonly DiagnosticDescriptor Action = Error(
        "FWK138", "An action can be the key of a route",
        "The action '{0}' of {1} cannot be the key of a route: {2}");

    public static readonly DiagnosticDescriptor NotInEvent = Error(
        "FWK139", "An event has what its endpoint asks for",
        "'{0}' would come from {1}, and {2} has none: {3}");

    public static readonly DiagnosticDescriptor TwoFamilies = Error(
        "FWK140", "An endpoint is of HTTP or of a WebSocket API",
        "{0} has [{1}] and [{2}]: {3}");

    public static readonly DiagnosticDescriptor UnusablePolicy = Error(
        "FWK150", "A policy can be asked",
        "{0} cannot be a policy here: {1}");

    public static readonly DiagnosticDescriptor UnusableAuthorizer = Error(
        "FWK151", "An authorizer has the form of one",
        "{0} cannot be an authorizer: {1}");

    public static readonly DiagnosticDescriptor OpenEndpoint = Error(
        "FWK152", "An open endpoint is in the list",
        "{0} is open to anonymous callers: add the line '{1}' to OpenEndpoints.txt if it shall be, else remove [AllowAnonymous]");

    public static readonly DiagnosticDescriptor ClosedEndpoint = Error(
        "FWK153", "The list has open endpoints alone",
        "'{0}' is not open to anonymous callers: remove the line from OpenEndpoints.txt");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, "Framework.Endpoints", DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLinks.To(id));
}

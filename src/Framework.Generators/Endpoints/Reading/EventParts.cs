using Framework.Generators.Endpoints.Diagnostics;
using Framework.Generators.Endpoints.Models;
using Microsoft.CodeAnalysis;

namespace Framework.Generators.Endpoints.Reading;

/// <summary>Checks that the event of an endpoint has what its handler asks for: only the request for a connection has headers and a
/// query, only a message has a body, and only a WebSocket API has connections.</summary>
internal static class EventParts
{
    /// <summary>Checks the parameters.</summary>
    /// <param name="handler">HandleAsync.</param>
    /// <param name="parameters">What was read of its parameters.</param>
    /// <param name="keys">The routes of a WebSocket API; none for an endpoint of HTTP.</param>
    /// <param name="report">Is called for each mistake.</param>
    public static void Check(
        IMethodSymbol handler, EquatableArray<ParameterModel> parameters, EquatableArray<string> keys, Action<DiagnosticInfo> report)
    {
        foreach (var model in parameters)
        {
            if (Mistake(model.Kind, keys) is not var (part, owner, fix))
                continue;
            var parameter = handler.Parameters.First(candidate => candidate.Name == model.Name);
            report(DiagnosticInfo.Of(EndpointDiagnostics.NotInEvent, LocationInfo.Of(parameter), model.Name, part, owner, fix));
        }
    }

    private static (string Part, string Owner, string Fix)? Mistake(ParameterKind kind, EquatableArray<string> keys)
    {
        if (keys.Count == 0)
            return kind == ParameterKind.Connection ? ("a connection", "an HTTP request", "ask for it in a class with [Connect], [Message] or [Disconnect]") : null;
        if (PartOf(kind) is not { } part)
            return null;
        if (part == "a form")
            return (part, "a WebSocket API", "take a record from the JSON of a message");
        if (keys.Contains(RouteKeyText.Disconnect))
            return (part, "the end of a connection", "store what it needs when the connection is opened");
        if (part == "a body")
            return keys.Contains(RouteKeyText.Connect) ? (part, "the request for a connection", "take query values or headers, or wait for a message") : null;
        return keys.Any(key => key != RouteKeyText.Connect) ? (part, "a message", "put it into the record of the message, or read it in a class with [Connect]") : null;
    }

    private static string? PartOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Query or ParameterKind.QueryRecord => "a query string",
        ParameterKind.Header or ParameterKind.Cookie or ParameterKind.IfMatch => "headers",
        ParameterKind.Request => "a request",
        ParameterKind.FormRecord => "a form",
        ParameterKind.Body or ParameterKind.Bytes or ParameterKind.Stream => "a body",
        _ => null,
    };
}

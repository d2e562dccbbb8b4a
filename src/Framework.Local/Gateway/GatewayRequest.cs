using Framework.Http;
using Framework.Local.Output;
using Framework.Routing;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Gateway;

/// <summary>One request on its way through the gateway.</summary>
/// <param name="Http">The HTTP request.</param>
/// <param name="Target">Its path and query.</param>
/// <param name="Route">The route it took; null for <c>$default</c>.</param>
/// <param name="Id">The gateway's own id of the request.</param>
/// <param name="TraceId">The X-Ray header that the function gets.</param>
/// <param name="Time">When it came.</param>
internal sealed record GatewayRequest(
    HttpContext Http, RequestTarget Target, GatewayRoute? Route, string Id, string TraceId, DateTimeOffset Time)
{
    public const string DefaultRoute = "$default";

    /// <summary>The route's key, <c>GET /todos/{id}</c>.</summary>
    public string RouteKey => Route is null ? DefaultRoute : $"{Http.Request.Method} {Route.Template.Text}";

    /// <summary>Who calls, where the route has a JWT authorizer.</summary>
    public VerifiedToken? Token { get; init; }

    /// <summary>Who calls, where the route has a Lambda authorizer.</summary>
    public AuthorizedCaller? Caller { get; init; }

    /// <summary>The name in the token that came, where no authorizer checks it and the service may; the event does not have it.</summary>
    public string? UncheckedName { get; init; }

    /// <summary>The name of who calls, for people to read; null where nobody is known.</summary>
    public string? CallerName => Token?.Name ?? Caller?.PrincipalId ?? UncheckedName;

    /// <summary>The body's bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The names and values of the route's parameters, as an HTTP API passes them on: the route is found in the path that is
    /// decoded once, and each value is decoded once more.</summary>
    public KeyValuePair<string, string>[] DecodedParameters() =>
        [.. Parameters(PathText.Encode(Target.OnceDecoded)).Select(value => KeyValuePair.Create(value.Key, Uri.UnescapeDataString(value.Value)))];

    /// <summary>The names and values of the route's parameters, as they were sent.</summary>
    // An escaped percent sign keeps each escape of the path as it is.
    public KeyValuePair<string, string>[] RawParameters() => Parameters(Target.RawPath.Replace("%", "%25", StringComparison.Ordinal));

    /// <summary>Begins a request.</summary>
    public static GatewayRequest Begin(HttpContext http, RequestTarget target, GatewayRoute? route, TimeProvider clock)
    {
        var time = clock.GetUtcNow();
        return new GatewayRequest(http, target, route, TraceIds.NewRequestId(), TraceIds.Continue(http.Request, time), time);
    }

    /// <summary>The request as the pages show it.</summary>
    public RequestRecord Record(int status, string? caller, TimeProvider clock) => new(
        Id, Time, Http.Request.Method, Target.Readable, Target.Query, status, (clock.GetUtcNow() - Time).TotalMilliseconds, caller);

    private KeyValuePair<string, string>[] Parameters(string encoded)
    {
        if (Route?.Template is not { } template)
            return [];
        var values = new RouteValues(template, encoded);
        return [.. template.Segments
            .Where(segment => segment.Kind != RouteSegmentKind.Literal)
            .Select(segment => KeyValuePair.Create(segment.Text, values[segment.Text] ?? ""))];
    }
}

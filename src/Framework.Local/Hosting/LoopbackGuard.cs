using System.Net;
using Framework.Local.Issuer;
using Microsoft.AspNetCore.Http;

namespace Framework.Local.Hosting;

/// <summary>Keeps other web pages from driving the local cloud. Only this machine can connect, but any page in its
/// browser could: by a name of its own that resolves to 127.0.0.1 (DNS rebinding), or by a form that posts here.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Lets a request pass or answers 403.</summary>
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsLoopback(http.Request.Host))
            return RefuseAsync(http, "Call this service as localhost, 127.0.0.1 or [::1].");
        return next(http);
    }

    /// <summary>Lets a request to the local cloud's own addresses pass, unless a page of another origin sends it.</summary>
    public static Task InvokeOwnAsync(HttpContext http, RequestDelegate next)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (changes && origin.Length > 0 && !string.Equals(origin, SameOrigin.Of(http.Request), StringComparison.OrdinalIgnoreCase))
            return RefuseAsync(http, "Pages of other origins may not call /_local.");
        return next(http);
    }

    private static bool IsLoopback(HostString host)
    {
        var name = host.Host.TrimStart('[').TrimEnd(']');
        return string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    private static Task RefuseAsync(HttpContext http, string message) => JsonAnswer.WriteAsync(http, 403, json =>
    {
        json.WriteStartObject();
        json.WriteString("message"u8, message);
        json.WriteEndObject();
    });
}

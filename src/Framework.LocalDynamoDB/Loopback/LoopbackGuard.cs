using System.Net;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Loopback;

/// <summary>Protects a server on this machine from other web pages. Only this machine can connect, but any page
/// in its browser could: by a name of its own that resolves to 127.0.0.1 (DNS rebinding), or by a form that posts here.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Lets a request pass that calls this machine by a name of its own, else refuses it with 403.</summary>
    public static Task RequireLoopbackAsync(HttpContext http, RequestDelegate next) => IsLoopback(http.Request.Host)
        ? next(http)
        : RefuseAsync(http, "Call this address as localhost, 127.0.0.1 or [::1].");

    /// <summary>Lets a request pass that only reads, or that no page of another origin sends; else refuses it with 403.</summary>
    public static Task RequireSameOriginAsync(HttpContext http, RequestDelegate next)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        return changes && origin.Length > 0 && !string.Equals(origin, SameOrigin.Of(http.Request), StringComparison.OrdinalIgnoreCase)
            ? RefuseAsync(http, "Pages of other origins may not call this address.")
            : next(http);
    }

    private static bool IsLoopback(HostString host)
    {
        var name = host.Host.TrimStart('[').TrimEnd(']');
        return string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    private static Task RefuseAsync(HttpContext http, string message)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync($$"""{"message":"{{message}}"}""", http.RequestAborted);
    }
}

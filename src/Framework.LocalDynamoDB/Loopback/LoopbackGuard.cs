using System.Net;
using Microsoft.AspNetCore.Http;

namespace Framework.LocalDynamoDB.Loopback;

/// <summary>Protects a server on this machine from web pages of other origins. Only this machine can connect, but its
/// browser may show such a page. The page can reach the server by a host name that resolves to 127.0.0.1 (DNS rebinding), or
/// by a form that posts here.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Lets a request pass whose host is <c>localhost</c> or a loopback address; refuses others with 403.</summary>
    public static Task RequireLoopbackAsync(HttpContext http, RequestDelegate next) => IsLoopback(http.Request.Host)
        ? next(http)
        : RefuseAsync(http, "Call this address as localhost, 127.0.0.1 or [::1].");

    /// <summary>Refuses with 403 what a page of another origin sends, except requests that only read; lets others pass.</summary>
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

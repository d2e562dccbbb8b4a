using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Framework.Testing.RuntimeApi;

/// <summary>The Extensions API: an extension registers during the initialisation and asks for events, of which none comes.</summary>
internal static class ExtensionRoutes
{
    public static void Map(WebApplication server, ExecutionEnvironment environment)
    {
        server.MapPost("/2020-01-01/extension/register", context => RegisterAsync(context, environment));
        server.MapGet("/2020-01-01/extension/event/next", context => NextAsync(context, environment));
    }

    private static Task RegisterAsync(HttpContext context, ExecutionEnvironment environment)
    {
        if (context.Request.Headers["Lambda-Extension-Name"].ToString() is not { Length: > 0 } name || environment.Register(name) is not { } id)
            return RuntimeApiResponse.InvalidStateTransition(context.Response);
        context.Response.Headers["Lambda-Extension-Identifier"] = id;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new { functionName = "function", functionVersion = "$LATEST", handler = "*" })).AsTask();
    }

    private static Task NextAsync(HttpContext context, ExecutionEnvironment environment) =>
        environment.IsWaiting(context.Request.Headers["Lambda-Extension-Identifier"].ToString())
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : RuntimeApiResponse.UnknownExtension(context.Response);
}

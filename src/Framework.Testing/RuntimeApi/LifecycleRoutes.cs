using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Framework.Testing.RuntimeApi;

/// <summary>Failed initialisation, and the hooks around a SnapStart snapshot.</summary>
internal static class LifecycleRoutes
{
    public static void Map(WebApplication server, ExecutionEnvironment environment)
    {
        server.MapPost("/2018-06-01/runtime/init/error", context => FailInitAsync(context, environment));
        server.MapGet("/2018-06-01/runtime/restore/next", context => RestoreAsync(context, environment));
        server.MapPost("/2018-06-01/runtime/restore/error", context => FailRestoreAsync(context, environment));
    }

    private static async Task FailInitAsync(HttpContext context, ExecutionEnvironment environment)
    {
        var error = await ErrorRequest.ReadAsync(context.Request);
        if (environment.Ready.Task.IsCompleted || !environment.InitError.TrySetResult(error))
            await RuntimeApiResponse.InvalidStateTransition(context.Response);
        else
            await RuntimeApiResponse.Accepted(context.Response);
    }

    private static async Task RestoreAsync(HttpContext context, ExecutionEnvironment environment)
    {
        if (environment.Ready.Task.IsCompleted || !environment.SnapshotReady.TrySetResult())
        {
            await RuntimeApiResponse.InvalidStateTransition(context.Response);
            return;
        }
        await environment.Restored.Task.WaitAsync(context.RequestAborted);
        // No connection outlives a snapshot.
        context.Response.Headers.Connection = "close";
        context.Response.ContentLength = 0;
    }

    private static async Task FailRestoreAsync(HttpContext context, ExecutionEnvironment environment)
    {
        var error = await ErrorRequest.ReadAsync(context.Request);
        var restoring = environment.Restored.Task.IsCompleted && !environment.Ready.Task.IsCompleted;
        if (!restoring || !environment.RestoreError.TrySetResult(error))
            await RuntimeApiResponse.InvalidStateTransition(context.Response);
        else
            await RuntimeApiResponse.Accepted(context.Response);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Framework.Testing.RuntimeApi;

/// <summary>The next event, its response, its error.</summary>
internal static class InvocationRoutes
{
    public static void Map(WebApplication server, ExecutionEnvironment environment)
    {
        server.MapGet("/2018-06-01/runtime/invocation/next", context => NextAsync(context, environment));
        server.MapPost("/2018-06-01/runtime/invocation/{id}/response", context => RespondAsync(context, environment));
        server.MapPost("/2018-06-01/runtime/invocation/{id}/error", context => FailAsync(context, environment));
    }

    private static async Task NextAsync(HttpContext context, ExecutionEnvironment environment)
    {
        var invocation = await environment.NextAsync(context.RequestAborted);
        var options = invocation.Options;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] =
            invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = options.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = options.TraceId;
        headers["Lambda-Runtime-Client-Context"] = options.ClientContext;
        headers["Lambda-Runtime-Cognito-Identity"] = options.CognitoIdentity;
        headers["Lambda-Runtime-Aws-Tenant-Id"] = options.TenantId;
        headers.ContentType = "application/json";
        headers.ContentLength = invocation.Payload.Length;
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private static async Task RespondAsync(HttpContext context, ExecutionEnvironment environment)
    {
        if (environment.End(RequestId(context)) is not { } invocation)
        {
            await RuntimeApiResponse.InvalidRequestId(context.Response);
            return;
        }
        var outcome = await ResponseRequest.ReadAsync(context.Request, invocation.RequestId);
        try
        {
            await (outcome.Refusal switch
            {
                ResponseRefusal.TooLarge => RuntimeApiResponse.TooLarge(context.Response, ResponseRequest.MaxLength),
                ResponseRefusal.InvalidMode => RuntimeApiResponse.InvalidResponseMode(context.Response),
                _ => RuntimeApiResponse.Accepted(context.Response),
            });
        }
        finally
        {
            invocation.End(outcome.Result);
        }
    }

    private static async Task FailAsync(HttpContext context, ExecutionEnvironment environment)
    {
        var error = await ErrorRequest.ReadAsync(context.Request);
        if (environment.End(RequestId(context)) is not { } invocation)
        {
            await RuntimeApiResponse.InvalidRequestId(context.Response);
            return;
        }
        await RuntimeApiResponse.Accepted(context.Response);
        invocation.Fail(error);
    }

    private static string RequestId(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}

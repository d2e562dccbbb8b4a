using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Framework.WebSockets.Tests;

/// <summary>API Gateway's management API on a port of this machine. It refuses what is not signed rightly, then does what a test
/// scripted: 200 where it scripted nothing.</summary>
internal sealed class ManagementApi : IAsyncDisposable
{
    private readonly WebApplication _web;

    private ManagementApi(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.First());

    /// <summary>The requests so far.</summary>
    public ConcurrentQueue<Received> Requests { get; } = [];

    /// <summary>What the next requests get, in their order.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Script { get; } = [];

    /// <summary>What a request gets that has no script.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = _ => Task.CompletedTask;

    public static async Task<ManagementApi> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var api = new ManagementApi(web);
        web.Run(api.ServeAsync);
        await web.StartAsync();
        return api;
    }

    /// <summary>A response as API Gateway writes errors.</summary>
    public static Func<HttpContext, Task> Error(int status, string? type = null, string message = "no") => http =>
    {
        http.Response.StatusCode = status;
        if (type is not null)
            http.Response.Headers["x-amzn-ErrorType"] = type;
        return http.Response.WriteAsync($$"""{"message":"{{message}}"}""");
    };

    /// <summary>Closes the connection without a response.</summary>
    public static Task Reset(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Never responds.</summary>
    public static Task Hang(HttpContext http) => Forever(http);

    /// <summary>Sends a part of a response and never the rest.</summary>
    public static async Task Half(HttpContext http)
    {
        http.Response.ContentLength = 100;
        await http.Response.WriteAsync("the first");
        await Forever(http);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _web.StopAsync(now.Token);
        await _web.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var request = new Received(
            http.Request.Method,
            http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            body.ToArray(),
            http.Connection.Id);
        Requests.Enqueue(request);
        if (Signatures.Fault(request) is { } fault)
            await Error(403, "InvalidSignatureException", Convert.ToHexString(Encoding.UTF8.GetBytes(fault)))(http);
        else if (Script.TryDequeue(out var next))
            await next(http);
        else
            await Otherwise(http);
    }

    private static Task Forever(HttpContext http)
    {
        var ended = new TaskCompletionSource();
        http.RequestAborted.Register(ended.SetResult);
        return ended.Task;
    }
}

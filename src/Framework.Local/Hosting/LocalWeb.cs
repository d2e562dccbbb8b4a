using System.Text;
using Framework.Local.Data;
using Framework.Local.Gateway;
using Framework.Local.Issuer;
using Framework.Local.Pages;
using Framework.Local.WebSockets;
using Framework.LocalDynamoDB.Hosting;
using Framework.LocalDynamoDB.Loopback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Framework.Local.Hosting;

/// <summary>The web server: which part serves which address.</summary>
internal static class LocalWeb
{
    // A batch of DynamoDB's holds 16 MB.
    private const long MaxTableRequest = 20 * 1024 * 1024;

    // More than any front door takes: each has limits of its own.
    private const int MaxRequestLine = 64 * 1024;
    private const int MaxHeaders = 128 * 1024;

    public static WebApplication Create(
        BoundSockets sockets, LocalGateway gateway, WebSocketApi webSockets, IssuerEndpoints issuer, LocalTables tables, LocalPages pages)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore()
            .UseSockets(options => options.CreateBoundListenSocket = sockets.Of)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
                kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaders;
                kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8;
                foreach (var endpoint in sockets.Endpoints)
                    kestrel.Listen(endpoint);
            });
        var web = builder.Build();
        web.Use(LoopbackGuard.RequireLoopbackAsync);
        webSockets.Map(web);
        web.Map("/_local", own => MapOwn(own, issuer, tables, pages));
        web.UseWhen(http => !gateway.Serves(http), ServeFiles);
        web.Run(gateway.HandleAsync);
        return web;
    }

    private static void MapOwn(IApplicationBuilder own, IssuerEndpoints issuer, LocalTables tables, LocalPages pages)
    {
        own.Use(LoopbackGuard.RequireSameOriginAsync);
        own.UseRouting();
        own.UseEndpoints(routes =>
        {
            issuer.Map(routes);
            pages.Map(routes);
            routes.Map("/dynamodb", http =>
            {
                if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                    limit.MaxRequestBodySize = MaxTableRequest;
                // The engine sees this path as its root.
                (http.Request.PathBase, http.Request.Path) = (http.Request.PathBase + http.Request.Path, "");
                return tables.HandleAsync(http);
            });
        });
    }

    private static void ServeFiles(IApplicationBuilder web)
    {
        if (FindPage() is not { } folder)
            return;
        var files = new PhysicalFileProvider(folder);
        web.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = ["index.html"] });
        web.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.CacheControl = "no-cache";
                Framing.Forbid(file.Context.Response);
            },
        });
    }

    /// <summary>The folder of the page's files; null where the service has no page.</summary>
    public static string? FindPage() => new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }
        .Select(folder => Path.Combine(folder, "wwwroot"))
        .FirstOrDefault(Directory.Exists);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Framework.Local.Pages;

/// <summary>The style and the script of the pages, embedded in the assembly.</summary>
internal static class LocalAssets
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local.css", http => WriteAsync(http, "text/css; charset=utf-8"));
        routes.MapGet("/local.js", http => WriteAsync(http, "text/javascript; charset=utf-8"));
    }

    private static async Task WriteAsync(HttpContext http, string mediaType)
    {
        var name = http.Request.Path.Value!.TrimStart('/');
        await using var asset = typeof(LocalAssets).Assembly.GetManifestResourceStream(name)!;
        LocalPage.Protect(http.Response);
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = asset.Length;
        await asset.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}

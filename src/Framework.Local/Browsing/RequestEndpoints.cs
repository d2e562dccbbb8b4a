using System.Globalization;
using System.Text;
using Framework.Local.Output;
using Framework.Local.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Framework.Local.Browsing;

/// <summary>The last requests: a page for each, and the rows that an open list of requests does not show yet.</summary>
internal sealed class RequestEndpoints(RequestJournal requests)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requests", ListAsync);
        routes.MapGet("/request", ShowAsync);
    }

    private Task ListAsync(HttpContext http)
    {
        if (!long.TryParse(http.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            return MissingPage.WriteAsync(http, "after takes the number of the last request that is known, or 0.", StatusCodes.Status400BadRequest);
        var news = requests.After(after);
        LocalPage.Protect(http.Response);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers["x-last"] = (news.Count == 0 ? after : news[0].Number).ToString(CultureInfo.InvariantCulture);
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(RequestPages.Rows(news)), http.RequestAborted).AsTask();
    }

    private Task ShowAsync(HttpContext http) => requests.Find(http.Request.Query["id"].ToString()) is { } request
        ? new LocalPage(Html.Show($"{request.Method} {request.Path}"), RequestPages.Show(request)).WriteAsync(http)
        : MissingPage.WriteAsync(http, $"This request is not kept: the last {RequestJournal.Size} of this run are.");
}

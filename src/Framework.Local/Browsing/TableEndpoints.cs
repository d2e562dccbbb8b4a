using Framework.Local.Hosting;
using Framework.LocalDynamoDB.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Framework.Local.Browsing;

/// <summary>The pages under <c>/_local/tables</c> that show what the tables hold.</summary>
internal sealed class TableEndpoints(TableReader reader)
{
    private const int PageSize = 25;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tables", ListAsync);
        routes.MapGet("/tables/{name}", ShowAsync);
    }

    private Task ListAsync(HttpContext http) =>
        LocalPage.WriteAsync(http, StatusCodes.Status200OK, "Tables", TablePages.Style, TablePages.List(reader.Tables));

    private Task ShowAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        if (reader.Find(name) is not { } table)
            return RefuseAsync(http, $"There is no table {name}.");
        ItemKey? after = null;
        if (http.Request.Query["after"].ToString() is { Length: > 0 } text)
        {
            if (!PagePlace.TryRead(text, out var place))
                return RefuseAsync(http, "This address is of no page of items: begin at the table's first page.");
            after = place;
        }
        var page = reader.Read(table.Table, after, PageSize);
        return LocalPage.WriteAsync(
            http, StatusCodes.Status200OK, $"{TablePages.Encode(name)} – Tables", TablePages.Style,
            TablePages.Items(table, page, isFirst: after is null));
    }

    private static Task RefuseAsync(HttpContext http, string sentence) => LocalPage.WriteAsync(
        http, StatusCodes.Status404NotFound, "Not found", TablePages.Style, TablePages.Missing(sentence));
}

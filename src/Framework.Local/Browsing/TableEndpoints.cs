using Framework.Local.Data;
using Framework.Local.Pages;
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

    private Task ListAsync(HttpContext http) => new LocalPage("Tables", TableListPage.Write(reader.Tables)).WriteAsync(http);

    private Task ShowAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        if (reader.Find(name) is not { } table)
            return MissingPage.WriteAsync(http, $"There is no table {name}.");
        var form = SearchForm.Read(http.Request.Query);
        if (!form.TryReadPlace(out var place))
            return MissingPage.WriteAsync(http, "This address is of no page of items: begin at the table's first page.");
        var (search, mistake) = form.ToSearch(table.Table.Key, place);
        var page = mistake is null ? reader.Read(table.Table, search, PageSize) : new ItemPage([], First: null, Last: null);
        var isDeleted = http.Request.Query["done"] == ItemEndpoints.Deleted;
        return new LocalPage($"{Html.Show(name)} – Tables", TablePage.Write(table, form, page, mistake, isDeleted))
            .WriteAsync(http, mistake is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}

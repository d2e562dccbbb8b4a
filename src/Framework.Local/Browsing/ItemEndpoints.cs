using Framework.Local.Data;
using Framework.Local.Issuer;
using Framework.Local.Pages;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Framework.Local.Browsing;

/// <summary>The pages that edit, add and delete an item of a table.</summary>
internal sealed class ItemEndpoints(LocalTables tables)
{
    /// <summary>The value of <c>done</c> in the address of the page that follows a deletion.</summary>
    public const string Deleted = "deleted";

    private const string Saved = "saved";
    private const string NoItem = "There is no such item any more.";

    private readonly TableReader _reader = tables.Reader;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tables/{name}/new", http => WithTableAsync(http, table => ShowAsync(http, table, place: null)));
        routes.MapPost("/tables/{name}/new", http => WithTableAsync(http, table => SaveAsync(http, table, place: null)));
        routes.MapGet("/tables/{name}/item", http => WithItemAsync(http, (table, place) => ShowAsync(http, table, place)));
        routes.MapPost("/tables/{name}/item", http => WithItemAsync(http, (table, place) => SaveAsync(http, table, place)));
        routes.MapGet("/tables/{name}/delete", http => WithItemAsync(http, (table, place) => AskAsync(http, table, place)));
        routes.MapPost("/tables/{name}/delete", http => WithItemAsync(http, (table, place) => DeleteAsync(http, table, place)));
    }

    private Task WithTableAsync(HttpContext http, Func<Table, Task> next)
    {
        var name = (string)http.GetRouteValue("name")!;
        return _reader.Find(name) is { } table ? next(table.Table) : MissingPage.WriteAsync(http, $"There is no table {name}.");
    }

    private Task WithItemAsync(HttpContext http, Func<Table, ItemKey, Task> next) => WithTableAsync(
        http,
        table => PagePlace.TryRead(http.Request.Query["key"].ToString(), out var place) ? next(table, place) : MissingPage.WriteAsync(http, NoItem));

    private Task ShowAsync(HttpContext http, Table table, ItemKey? place)
    {
        var stored = place is { } at ? _reader.Get(table, at) : null;
        if (place is not null && stored is null)
            return MissingPage.WriteAsync(http, NoItem);
        var isTyped = http.Request.Query["format"] == "dynamodb";
        var text = ItemText.Write(stored?.Item ?? ItemText.Empty(table.Key), isTyped);
        var isSaved = http.Request.Query["done"] == Saved;
        return EditAsync(http, 200, new ItemDraft(table, place, isTyped, text, ItemChange.MarkOf(stored)) { IsSaved = isSaved });
    }

    private async Task SaveAsync(HttpContext http, Table table, ItemKey? place)
    {
        if (await Form.ReadAsync(http) is not { } form)
        {
            await MissingPage.WriteAsync(http, Form.Malformed.Description, StatusCodes.Status400BadRequest);
            return;
        }
        var draft = new ItemDraft(table, place, form["format"] == "dynamodb", form["item"].ToString(), form["shown"].ToString());
        var before = place is { } known ? _reader.Get(table, known)?.Item : null;
        try
        {
            var item = ItemText.Read(draft.Text, draft.IsTyped, before ?? ItemText.Empty(table.Key));
            KeyRules.CheckItem(table, item);
            var at = table.Locate(item);
            if (place is not null && place != at)
                throw DynamoDBException.Validation("The key of an item cannot change: add another item, and delete this one.");
            tables.Write(new ItemChange(table.Name, at, StoredItem.Sized(item), draft.Shown));
            Return(http, $"{ItemPages.Address(table.Name, "item", at)}&done={Saved}");
        }
        catch (DynamoDBException exception)
        {
            await EditAsync(http, StatusCodes.Status400BadRequest, draft with { Mistake = exception.Text });
        }
        catch (ItemChangedException exception)
        {
            await EditAsync(http, StatusCodes.Status409Conflict, Conflict(draft, exception.Now));
        }
    }

    private Task AskAsync(HttpContext http, Table table, ItemKey place, string? mistake = null) => _reader.Get(table, place) is { } stored
        ? new LocalPage("Delete an item", ItemPages.Delete(
            new(table, place, IsTyped: false, ItemText.Write(stored.Item, isTyped: false), ItemChange.MarkOf(stored)) { Mistake = mistake }, place))
            .WriteAsync(http, mistake is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict)
        : MissingPage.WriteAsync(http, NoItem);

    private async Task DeleteAsync(HttpContext http, Table table, ItemKey place)
    {
        if (await Form.ReadAsync(http) is not { } form)
        {
            await MissingPage.WriteAsync(http, Form.Malformed.Description, StatusCodes.Status400BadRequest);
            return;
        }
        try
        {
            tables.Write(new ItemChange(table.Name, place, item: null, form["shown"].ToString()));
            Return(http, $"{TablePage.Address(table.Name)}?done={Deleted}");
        }
        catch (ItemChangedException)
        {
            await AskAsync(http, table, place, "The item has changed since the page showed it. It is not deleted; this is what it is now.");
        }
    }

    private static ItemDraft Conflict(ItemDraft draft, StoredItem? now) => draft with
    {
        Shown = ItemChange.MarkOf(now),
        Theirs = now is null ? "" : ItemText.Write(now.Item, draft.IsTyped),
        Mistake = now is null
            ? "The item has been deleted since the page showed it. Nothing is saved."
            : draft.Place is null
                ? "There is an item of this key already. Nothing is saved."
                : "The item has changed since the page showed it. Nothing is saved.",
    };

    private static Task EditAsync(HttpContext http, int status, ItemDraft draft) =>
        new LocalPage(draft.Place is null ? "Add an item" : "Edit an item", ItemPages.Edit(draft)).WriteAsync(http, status);

    // 303: the browser must come back with GET, so that a reload does not save again.
    private static void Return(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
        http.Response.Headers.CacheControl = "no-store";
    }
}

using Framework.Local.Pages;
using Framework.LocalDynamoDB.Tables;

namespace Framework.Local.Browsing;

/// <summary>The HTML of the pages that edit, add and delete an item.</summary>
internal static class ItemPages
{
    /// <summary>The address of a page of an item.</summary>
    /// <param name="table">The table.</param>
    /// <param name="page"><c>item</c> or <c>delete</c>.</param>
    /// <param name="place">The item's place.</param>
    public static string Address(string table, string page, ItemKey place) =>
        $"{TablePage.Address(table)}/{page}?key={PagePlace.Write(place)}";

    /// <summary>The page that edits an item, or adds one.</summary>
    public static string Edit(ItemDraft draft)
    {
        var address = draft.Place is { } place ? Address(draft.Table.Name, "item", place) : $"{TablePage.Address(draft.Table.Name)}/new";
        var other = $"{address}{(draft.Place is null ? '?' : '&')}format={(draft.IsTyped ? "json" : "dynamodb")}";
        return $"""
            {Back(draft.Table)}
            <h1>{(draft.Place is null ? "Add an item" : "Edit an item")}</h1>
            <p>Key {Html.Encode(ReadableText.Key(draft.Table.Key))}</p>
            {(draft.IsSaved ? """<p class="done" role="status">The item is saved.</p>""" : "")}
            {(draft.Mistake is null ? "" : $"""<p class="mistake" role="alert" id="mistake">{Html.Show(draft.Mistake)}</p>""")}
            {Theirs(draft)}
            <form method="post" action="{Html.Encode(address)}">
            <input type="hidden" name="shown" value="{Html.Encode(draft.Shown)}">
            <input type="hidden" name="format" value="{(draft.IsTyped ? "dynamodb" : "json")}">
            <label for="item">The item as {(draft.IsTyped ? "DynamoDB's typed JSON" : "plain JSON")}</label>
            <textarea id="item" name="item" rows="16" spellcheck="false" autocapitalize="none"{(draft.Mistake is null ? "" : """ aria-invalid="true" aria-describedby="mistake" """)}>
            {Html.Encode(draft.Text)}</textarea>
            <p class="buttons"><button>{(draft.Theirs is null ? "Save" : "Save mine in its place")}</button>
            <a href="{Html.Encode(other)}">{(draft.IsTyped ? "Edit as plain JSON" : "Edit as DynamoDB's typed JSON")}</a>
            {(draft.Place is { } at ? $"""<a href="{Html.Encode(Address(draft.Table.Name, "delete", at))}">Delete the item…</a>""" : "")}</p>
            </form>
            """;
    }

    /// <summary>The page that asks whether to delete an item.</summary>
    /// <param name="draft">The item.</param>
    /// <param name="place">Its place.</param>
    public static string Delete(ItemDraft draft, ItemKey place) => $"""
        {Back(draft.Table)}
        <h1>Delete this item?</h1>
        {(draft.Mistake is null ? "" : $"""<p class="mistake" role="alert">{Html.Show(draft.Mistake)}</p>""")}
        <pre tabindex="0" aria-label="The item">{Html.Encode(draft.Text)}</pre>
        <form method="post" action="{Html.Encode(Address(draft.Table.Name, "delete", place))}">
        <input type="hidden" name="shown" value="{Html.Encode(draft.Shown)}">
        <p class="buttons"><button class="danger">Delete</button>
        <a href="{Html.Encode(Address(draft.Table.Name, "item", place))}">Keep the item</a></p>
        </form>
        """;

    private static string Back(Table table) => $"""
        <nav aria-label="Table"><a href="{Html.Encode(TablePage.Address(table.Name))}">{Html.Encode(table.Name)}</a></nav>
        """;

    private static string Theirs(ItemDraft draft) => draft.Theirs is null ? "" : $"""
        <h2>The item now</h2>
        <pre tabindex="0" aria-label="The item now">{Html.Encode(draft.Theirs)}</pre>
        <h2>Yours</h2>
        """;
}

using Framework.Local.Data;
using Framework.Local.Pages;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>The HTML of a table: the search, one page of items, and links to the next and the previous page.</summary>
internal static class TablePage
{
    // As much as fits on a screen; the page of an item has the rest.
    private const int MaxColumns = 20;
    private const int MaxValue = 80;

    /// <param name="table">The table.</param>
    /// <param name="form">The search.</param>
    /// <param name="page">The items.</param>
    /// <param name="mistake">Why the search was not carried out; null where it was.</param>
    /// <param name="isDeleted">Whether the browser comes to the page from a deletion.</param>
    public static string Write(TableSummary table, SearchForm form, ItemPage page, string? mistake, bool isDeleted)
    {
        var address = Address(table.Name);
        return $"""
            <h1>{Html.Encode(table.Name)}</h1>
            <p>{Html.Encode(Contents(table))}; key {Html.Encode(ReadableText.Key(table.Table.Key))}</p>
            {(isDeleted ? """<p class="done" role="status">The item is deleted.</p>""" : "")}
            {(mistake is null ? "" : $"""<p class="mistake" role="alert">{Html.Show(mistake)}</p>""")}
            {Search(table.Table.Key, form, address)}
            <p><a class="button" href="{Html.Encode($"{address}/new")}">Add an item</a></p>
            {(page.Items.Count == 0 ? Empty(form, mistake) : Items(table, page))}
            {Links(form, page, address)}
            """;
    }

    /// <summary>The address of a table's page.</summary>
    public static string Address(string table) => $"/_local/tables/{Uri.EscapeDataString(table)}";

    /// <summary>How much a table holds.</summary>
    public static string Contents(TableSummary table) => $"{ReadableText.Count(table.Statistics)}, {ReadableText.Size(table.Statistics.Bytes)}";

    private static string Search(KeySchema key, SearchForm form, string address) => $"""
        <form class="search" role="search" action="{Html.Encode(address)}">
        {Field("pk", key.Hash.Name, form.Partition)}
        {(key.Range is { } sort ? Field("sk", $"{sort.Name} {(sort.Type is AttributeType.N ? "is" : "begins with")}", form.Sort) : "")}
        <button>Search</button>
        {(form.IsSearch ? $"""<a href="{Html.Encode(address)}">Show all items</a>""" : "")}
        </form>
        """;

    private static string Field(string name, string label, string value) => $"""
        <p><label for="{name}">{Html.Show(label)}</label>
        <input id="{name}" name="{name}" value="{Html.Encode(value)}" autocomplete="off" autocapitalize="none" spellcheck="false"></p>
        """;

    private static string Empty(SearchForm form, string? mistake) => mistake is not null ? "" : $"""
        <p class="note">There is no item{(form.IsSearch ? " of this key" : "")}{(form.IsFirst ? "" : " in this direction any more")}.</p>
        """;

    private static string Items(TableSummary table, ItemPage page)
    {
        var key = table.Table.Key;
        var others = page.Items.SelectMany(item => ReadableText.Rest(item, key)).Select(attribute => attribute.Key)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        string[] columns = [.. key.Attributes.Select(attribute => attribute.Name), .. others.Take(MaxColumns)];
        var left = others.Count > MaxColumns ? $", {others.Count - MaxColumns} more attributes on the items' own pages" : "";
        return $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Items">
            <table class="cards items" role="table">
            <caption>Items, {page.Items.Count} on this page{left}</caption>
            <thead role="rowgroup"><tr role="row">{string.Concat(columns.Select(column => $"""<th role="columnheader" scope="col">{Html.Show(column)}</th>"""))}</tr></thead>
            <tbody role="rowgroup">
            {string.Concat(page.Items.Select(item => Row(table.Table, item, columns)))}
            </tbody>
            </table>
            </div>
            """;
    }

    private static string Row(Table table, Item item, string[] columns)
    {
        var link = Html.Encode(ItemPages.Address(table.Name, "item", table.Locate(item)));
        // A screen reader can read the links alone. Rows of one partition would then sound alike, so the name of a link is the whole key.
        var name = string.Join(", ", table.Key.Attributes.Select(part => Shorten(ReadableText.Value(item[part.Name]))));
        var first = $"""
            <th role="rowheader" scope="row" data-label="{Html.Show(columns[0])}"><a aria-label="{Html.Encode(name)}" href="{link}">{Value(item[columns[0]])}</a></th>
            """;
        return $"""<tr role="row">{first}{string.Concat(columns.Skip(1).Select(column => Cell(column, item.GetValueOrDefault(column))))}</tr>""";
    }

    private static string Cell(string column, AttributeValue? value) => value is null
        ? """<td role="cell"></td>"""
        : $"""<td role="cell" data-label="{Html.Show(column)}">{Value(value)}</td>""";

    private static string Value(AttributeValue value) => $"<code>{Html.Encode(Shorten(ReadableText.Value(value)))}</code>";

    private static string Shorten(string text) => text.Length <= MaxValue ? text : $"{text[..MaxValue]}…";

    private static string Links(SearchForm form, ItemPage page, string address) => $"""
        <nav aria-label="Pages of items">
        {(form.IsFirst ? "" : $"""<a href="{Html.Encode(form.Address(address))}">First page</a>""")}
        {(page.First is { } first ? $"""<a rel="prev" href="{Html.Encode(form.Address(address, "before", first))}">Previous page</a>""" : "")}
        {(page.Last is { } last ? $"""<a rel="next" href="{Html.Encode(form.Address(address, "after", last))}">Next page</a>""" : "")}
        </nav>
        """;
}

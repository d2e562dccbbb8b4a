using Framework.Local.Data;
using Framework.Local.Pages;

namespace Framework.Local.Browsing;

/// <summary>The HTML of the list of tables.</summary>
internal static class TableListPage
{
    public static string Write(IReadOnlyList<TableSummary> tables) => $"""
        <h1>Tables</h1>
        <p>What this service keeps in its local DynamoDB.</p>
        {(tables.Count == 0 ? """<p class="note">There is no table.</p>""" : string.Concat(tables.Select(Card)))}
        """;

    private static string Card(TableSummary table)
    {
        var definition = table.Table.Definition;
        var indexes = definition.Indexes.Count == 0
            ? ""
            : $"<dt>Indexes</dt><dd>{string.Join("<br>", definition.Indexes.Select(index => Html.Encode(ReadableText.Index(index))))}</dd>";
        var expires = definition.TimeToLiveAttribute is { } attribute ? $"<dt>Expires</dt><dd>{Html.Show(attribute)}</dd>" : "";
        return $"""
            <article class="card">
            <h2><a href="/_local/tables/{Html.Encode(Uri.EscapeDataString(table.Name))}">{Html.Encode(table.Name)}</a></h2>
            <dl><dt>Holds</dt><dd>{Html.Encode(TablePage.Contents(table))}</dd><dt>Key</dt><dd>{Html.Encode(ReadableText.Key(definition.Key))}</dd>{indexes}{expires}</dl>
            </article>
            """;
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>The HTML of the tables and of their items. Links are relative to <c>/_local</c>.</summary>
internal static class TablePages
{
    public const string Style = """
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
        a { color: var(--accent); overflow-wrap: anywhere; }
        h2 { margin: 0; font-size: 1.1rem; overflow-wrap: anywhere; }
        ul { margin: 0; padding: 0; list-style: none; }
        article, .note { margin-top: 1rem; padding: 1rem 1.25rem; border-radius: 1rem; background: var(--card); }
        dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: .25rem 1rem; margin: .75rem 0 0; }
        dt, dd { min-width: 0; margin: 0; overflow-wrap: anywhere; }
        dt { font-weight: 600; }
        dt small { font-weight: 400; opacity: .75; }
        code { font-size: .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        nav { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 1rem; }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>The list of tables.</summary>
    public static string List(IReadOnlyList<TableSummary> tables) => $"""
        <h1>Tables</h1>
        <p>What this service keeps in its local DynamoDB.</p>
        {(tables.Count == 0 ? """<p class="note">There is no table.</p>""" : string.Concat(tables.Select(Card)))}
        """;

    /// <summary>One page of a table's items.</summary>
    /// <param name="table">The table.</param>
    /// <param name="page">The items.</param>
    /// <param name="isFirst">Whether no item comes before them.</param>
    public static string Items(TableSummary table, ItemPage page, bool isFirst)
    {
        var address = $"/_local/tables/{Uri.EscapeDataString(table.Name)}";
        var first = isFirst ? "" : $"""<a href="{Encode(address)}">First page</a>""";
        var next = page.Last is { } last
            ? $"""<a rel="next" href="{Encode($"{address}?after={PagePlace.Write(last)}")}">Next page</a>"""
            : "";
        var items = page.Items.Count == 0
            ? $"""<p class="note">There is no item{(isFirst ? "" : " behind this place")}.</p>"""
            : string.Concat(page.Items.Select(item => Card(item, table.Table.Key)));
        return $"""
            <nav><a href="/_local/tables">All tables</a></nav>
            <h1>{Encode(table.Name)}</h1>
            <p>{Contents(table)}; key {Encode(ReadableText.Key(table.Table.Key))}</p>
            {items}
            <nav>{first}{next}</nav>
            """;
    }

    /// <summary>What is answered where there is no such page.</summary>
    public static string Missing(string sentence) => $"""
        <nav><a href="/_local/tables">All tables</a></nav>
        <h1>Not found</h1>
        <p class="note">{Encode(sentence)}</p>
        """;

    private static string Card(TableSummary table)
    {
        var definition = table.Table.Definition;
        var indexes = definition.Indexes.Count == 0
            ? ""
            : $"<dt>Indexes</dt><dd><ul>{string.Concat(definition.Indexes.Select(index => $"<li>{Encode(ReadableText.Index(index))}</li>"))}</ul></dd>";
        var expires = definition.TimeToLiveAttribute is { } attribute ? $"<dt>Expires</dt><dd>{Encode(attribute)}</dd>" : "";
        return $"""
            <article>
            <h2><a href="/_local/tables/{Encode(Uri.EscapeDataString(table.Name))}">{Encode(table.Name)}</a></h2>
            <dl><dt>Holds</dt><dd>{Contents(table)}</dd><dt>Key</dt><dd>{Encode(ReadableText.Key(definition.Key))}</dd>{indexes}{expires}</dl>
            </article>
            """;
    }

    private static string Card(Item item, KeySchema key)
    {
        var attributes = string.Concat(ReadableText.Rest(item, key).Select(Attribute));
        return $"""
            <article>
            <h2>{string.Join(" · ", key.Attributes.Select(part => Encode(ReadableText.Value(item[part.Name]))))}</h2>
            {(attributes.Length == 0 ? "" : $"<dl>{attributes}</dl>")}
            </article>
            """;
    }

    private static string Attribute(KeyValuePair<string, AttributeValue> attribute) => $"""
        <dt>{Encode(attribute.Key)} <small>{attribute.Value.Type}</small></dt><dd><code>{Encode(ReadableText.Value(attribute.Value))}</code></dd>
        """;

    private static string Contents(TableSummary table) => Encode($"{table.Items}, {ReadableText.Size(table.Statistics.Bytes)}");
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Framework.Local.Output;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Browsing;

/// <summary>Tables and values as text for a person.</summary>
internal static class ReadableText
{
    private const int Kilo = 1024;

    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>An amount of bytes: <c>312 bytes</c>, <c>1.5 KB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        1 => "1 byte",
        < Kilo => string.Create(Culture, $"{bytes} bytes"),
        < Kilo * Kilo => string.Create(Culture, $"{(double)bytes / Kilo:0.#} KB"),
        _ => string.Create(Culture, $"{(double)bytes / Kilo / Kilo:0.#} MB"),
    };

    /// <summary>How many items a table has: <c>1 item</c>, <c>2,000 items</c>.</summary>
    public static string Count(Statistics table) =>
        table.Items == 1 ? "1 item" : string.Create(Culture, $"{table.Items:N0} items");

    /// <summary>A key: <c>owner (S), id (S)</c>.</summary>
    public static string Key(KeySchema key) =>
        string.Join(", ", key.Attributes.Select(attribute => $"{Terminal.Printable(attribute.Name)} ({attribute.Type})"));

    /// <summary>An index: <c>byState: state (S), total (N); global, all attributes</c>.</summary>
    public static string Index(IndexDefinition index)
    {
        var holds = index.ProjectionType switch
        {
            "ALL" => "all attributes",
            "KEYS_ONLY" => "keys only",
            _ => $"keys and {string.Join(", ", index.NonKeyAttributes.Select(Terminal.Printable))}",
        };
        return $"{index.Name}: {Key(index.Key)}; {(index.IsGlobal ? "global" : "local")}, {holds}";
    }

    /// <summary>The attributes of an item that are not part of its key, in the order of their names.</summary>
    public static IEnumerable<KeyValuePair<string, AttributeValue>> Rest(Item item, KeySchema key) => item
        .Where(attribute => key.Attributes.All(part => part.Name != attribute.Key))
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal);

    /// <summary>A value as JSON on one line. The text shows which type the value has.</summary>
    public static string Value(AttributeValue value) => Json(json => PlainJson.Write(json, value));

    /// <summary>The JSON that the action writes. Letters of every script stay as they are; control characters, which a terminal would
    /// obey, are escaped.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, ItemCodec.WriterOptions))
            write(json);
        return Escape(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    /// <summary>The result of <see cref="Json"/>, on many lines.</summary>
    public static string Indent(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ItemCodec.WriterOptions.MaxDepth });
        var bytes = new ArrayBufferWriter<byte>();
        using (var indented = new Utf8JsonWriter(bytes, ItemCodec.WriterOptions with { Indented = true, NewLine = "\n" }))
            document.RootElement.WriteTo(indented);
        return string.Join('\n', Encoding.UTF8.GetString(bytes.WrittenSpan).Split('\n').Select(Escape));
    }

    // Control characters can be only inside the strings of JSON, where an escape means the same.
    private static string Escape(string json) => json.EnumerateRunes().All(Terminal.IsPrintable)
        ? json
        : string.Concat(json.EnumerateRunes().Select(rune =>
            Terminal.IsPrintable(rune) ? rune.ToString() : string.Concat(rune.ToString().Select(unit => $"\\u{(int)unit:X4}"))));
}

using Framework.LocalDynamoDB.Tables;

namespace Framework.Local.Browsing;

/// <summary>A table and what it holds.</summary>
internal sealed record TableSummary(Table Table, Statistics Statistics)
{
    public string Name => Table.Name;

    /// <summary>The items, for a person: <c>1 item</c>, <c>2,000 items</c>.</summary>
    public string Items => Statistics.Items == 1 ? "1 item" : string.Create(ReadableText.Culture, $"{Statistics.Items:N0} items");
}

using Framework.LocalDynamoDB.Tables;

namespace Framework.Local.Data;

/// <summary>A table and what it holds.</summary>
internal sealed record TableSummary(Table Table, Statistics Statistics)
{
    public string Name => Table.Name;
}

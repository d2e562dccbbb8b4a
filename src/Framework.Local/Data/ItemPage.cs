using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Data;

/// <summary>Some items of a table in the table's order.</summary>
/// <param name="Items">The items.</param>
/// <param name="First">Where the first item is, to read those before it; null where there are none.</param>
/// <param name="Last">Where the last item is, to read those after it; null where there are none.</param>
internal sealed record ItemPage(IReadOnlyList<Item> Items, ItemKey? First, ItemKey? Last);

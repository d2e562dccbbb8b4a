using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Values;

namespace Framework.Local.Data;

/// <summary>Some items of a table in the order in which they lie.</summary>
/// <param name="Items">The items.</param>
/// <param name="First">The first one's place, to read those before it; null where no item comes before.</param>
/// <param name="Last">The last one's place, to go on behind it; null where no item follows.</param>
internal sealed record ItemPage(IReadOnlyList<Item> Items, ItemKey? First, ItemKey? Last);

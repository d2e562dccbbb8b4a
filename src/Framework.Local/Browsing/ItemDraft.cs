using Framework.Local.Data;
using Framework.LocalDynamoDB.Tables;

namespace Framework.Local.Browsing;

/// <summary>An item while a person edits it.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Place">Where the item is in the table; null for a new item.</param>
/// <param name="IsTyped">Whether the text is DynamoDB's typed JSON.</param>
/// <param name="Text">The item as JSON.</param>
/// <param name="Shown">The mark of the item as the page showed it (<see cref="ItemChange.MarkOf"/>).</param>
internal sealed record ItemDraft(Table Table, ItemKey? Place, bool IsTyped, string Text, string Shown)
{
    /// <summary>Why the last try was refused.</summary>
    public string? Mistake { get; init; }

    /// <summary>The item as somebody else has changed it since the page showed it; null where nobody has.</summary>
    public string? Theirs { get; init; }

    /// <summary>Whether the browser comes to the page from a save.</summary>
    public bool IsSaved { get; init; }
}

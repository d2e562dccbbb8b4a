using System.Text.Json.Serialization;

namespace Service_1.Notes;

/// <summary>A note. Only its owner can read it.</summary>
[Table]
public sealed partial record Note(
    [property: PartitionKey, JsonIgnore] string Owner,
    [property: SortKey] Guid Id,
    string Text,
    DateTimeOffset CreatedAt);

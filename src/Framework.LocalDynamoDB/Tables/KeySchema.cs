using System.Text.Json.Serialization;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>
/// The key of a table or index: a partition key and maybe a sort key, of one attribute each. Only in a global index there
/// may be more of them, up to four each (developer guide, "Multi-attribute key schema").
/// </summary>
internal sealed record KeySchema(
    KeyAttribute Hash,
    KeyAttribute? Range,
    IReadOnlyList<KeyAttribute>? MoreHashes = null,
    IReadOnlyList<KeyAttribute>? MoreRanges = null)
{
    /// <summary>Most attributes of a global index's partition key, and of its sort key.</summary>
    public const int MaxParts = 4;

    [JsonIgnore]
    public IEnumerable<KeyAttribute> Hashes => [Hash, .. MoreHashes ?? []];

    [JsonIgnore]
    public IEnumerable<KeyAttribute> Ranges => Range is null ? [] : [Range, .. MoreRanges ?? []];

    [JsonIgnore]
    public IEnumerable<KeyAttribute> Attributes => [.. Hashes, .. Ranges];

    /// <summary>Whether the partition key or the sort key has several attributes.</summary>
    [JsonIgnore]
    public bool HasSeveralParts => MoreHashes is not null || MoreRanges is not null;

    public bool IsHash(KeyAttribute attribute) => Hashes.Contains(attribute);
}

using System.Text.Json.Serialization;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>What the engine knows of a table, without its items. It is stored as JSON.</summary>
internal sealed record TableDefinition
{
    public const string DefaultRegion = "us-east-1";

    public required string Name { get; init; }

    /// <summary>The region in its ARN; null where it is the usual one, as for all tables of earlier versions.</summary>
    public string? Region { get; init; }

    [JsonIgnore]
    public string RegionName => Region ?? DefaultRegion;

    /// <summary>Part of the names of the table's SQLite tables; never used again.</summary>
    public long Id { get; init; }

    /// <summary>The service's own identifier of the table.</summary>
    public required Guid TableId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required IReadOnlyList<KeyAttribute> AttributeDefinitions { get; init; }

    public required KeySchema Key { get; init; }

    public IReadOnlyList<IndexDefinition> Indexes { get; init; } = [];

    /// <summary>The number of the next index.</summary>
    public int NextIndex { get; init; }

    public bool IsPayPerRequest { get; init; }

    public bool HasBillingSummary { get; init; }

    public DateTimeOffset? LastUpdateToPayPerRequest { get; init; }

    public Throughput Throughput { get; init; } = new();

    public OnDemandThroughput? OnDemand { get; init; }

    /// <summary>Null where none was asked for; then it is not described either.</summary>
    public WarmThroughput? Warm { get; init; }

    /// <summary>The ARN of the KMS key; null where the table has the key that is DynamoDB's own.</summary>
    public string? EncryptionKey { get; init; }

    public StreamDefinition? Stream { get; init; }

    /// <summary>Streams that were disabled within the last day, and maybe some from before.</summary>
    public IReadOnlyList<StreamDefinition> FormerStreams { get; init; } = [];

    /// <summary>The attribute whose epoch seconds end an item's life.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public bool IsDeletionProtected { get; init; }

    public string? TableClass { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The same definition after its stream, if any, has ended, without the streams that can no longer be
    /// read.</summary>
    public TableDefinition WithoutStream(DateTimeOffset now) => this with
    {
        Stream = null,
        FormerStreams = [.. FormerStreams.Append(Stream is null ? null : Stream with { Ended = now })
            .OfType<StreamDefinition>().Where(stream => stream.IsReadable(now))],
    };
}

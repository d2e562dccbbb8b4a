using System.Text.Json;
using Framework.LocalDynamoDB.Tables;

namespace Framework.LocalDynamoDB;

/// <summary>How an engine behaves.</summary>
internal sealed record EngineSettings
{
    /// <summary>The time for creation dates, streams and time to live.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long tables show that they are being created, updated or deleted.</summary>
    public TimeSpan TransitionTime { get; init; }

    /// <summary>How often expired items and old stream records are deleted.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Throws where the caller of a request, known by its access key, may not call the operation; null where everybody may.
    /// </summary>
    public Action<string, string, JsonElement>? Authorize { get; init; }

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = TableDefinition.DefaultRegion;
}

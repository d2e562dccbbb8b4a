namespace Framework.Resources;

/// <summary>Where the local cloud keeps what AWS keeps for a deployed service. Registered by the local cloud and by
/// tests; absent in Lambda.</summary>
/// <param name="DynamoDB">The address that speaks DynamoDB's protocol.</param>
/// <param name="CursorKey">The key that encrypts paging cursors, 32 bytes.</param>
public sealed record LocalResources(Uri DynamoDB, ReadOnlyMemory<byte> CursorKey)
{
    /// <summary>Names the function, by its endpoint, that the calling code runs in: the local cloud holds its calls to its permissions. Null
    /// where calls are held to none.</summary>
    public Func<string?>? Function { get; init; }

    /// <summary>Who issues the local cloud's tokens; null where nobody does.</summary>
    public Uri? TokenIssuer { get; init; }

    /// <summary>For whom its tokens are issued: the client's id.</summary>
    public string? TokenAudience { get; init; }

    /// <summary>The address in place of that of a WebSocket API's stage, for calls to its connections; null where there is
    /// none.</summary>
    public Uri? Connections { get; init; }
}

namespace Chat;

/// <summary>Who is in the room, by connection. API Gateway ends a connection after two hours, and does not always say so: then the
/// table forgets it.</summary>
[Table]
public sealed partial record Member(
    [property: PartitionKey] string Room,
    [property: SortKey] string ConnectionId,
    string Name,
    [property: ExpiresAt] DateTimeOffset ForgetAt);

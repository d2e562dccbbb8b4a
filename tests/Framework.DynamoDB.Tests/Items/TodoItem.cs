namespace Framework.DynamoDB.Tests.Items;

[Table]
public sealed partial record TodoItem(
    [PartitionKey] string Owner,
    [property: SortKey] Guid Id,
    string Title,
    bool Completed,
    DateTimeOffset CreatedAt,
    string? Note = null,
    [Version] long Version = 0);

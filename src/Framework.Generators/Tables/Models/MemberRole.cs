namespace Framework.Generators.Tables.Models;

/// <summary>What a property means to the table.</summary>
internal enum MemberRole
{
    None,
    PartitionKey,
    SortKey,
    Version,
    ExpiresAt,
}

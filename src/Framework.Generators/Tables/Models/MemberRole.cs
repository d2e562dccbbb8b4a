namespace Framework.Generators.Tables.Models;

/// <summary>The role of a property in the table.</summary>
internal enum MemberRole
{
    None,
    PartitionKey,
    SortKey,
    Version,
    ExpiresAt,
}

namespace Framework.Generators.Tables.Models;

/// <summary>A secondary index.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="Method">The method that starts a query of it.</param>
/// <param name="IsLocal">Whether it shares the table's partition key.</param>
/// <param name="Partition">The partition key; the table's for a local index.</param>
/// <param name="Sort">The sort key.</param>
internal sealed record IndexModel(string Name, string Method, bool IsLocal, KeyPartModel Partition, KeyPartModel? Sort);

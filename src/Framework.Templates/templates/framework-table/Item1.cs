namespace Namespace1;

/// <summary>An item of a table, which Program.cs adds: <c>service.Services.AddTable&lt;Item1&gt;("table1");</c></summary>
[Table]
public sealed partial record Item1(
    [property: PartitionKey] string PartitionKey1,
    [property: SortKey] string SortKey1,
    [property: Version] long Version = 0);

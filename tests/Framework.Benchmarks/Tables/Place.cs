namespace Framework.Benchmarks.Tables;

/// <summary>A value that is stored as a map.</summary>
public sealed record Place(string Street, string City);

namespace Framework.Generators.Endpoints.Models;

/// <summary>One member in JSON.</summary>
/// <param name="Member">Its C# name.</param>
/// <param name="JsonName">Its own name in JSON; null for that of the naming policy.</param>
/// <param name="Inside">The type of its value or of its items.</param>
internal sealed record FieldNameModel(string Member, string? JsonName, string? Inside);

namespace Framework.Generators.Endpoints.Models;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="JsonName">Its own name in JSON, which texts use too; null for the C# name in camelCase.</param>
internal sealed record EnumMemberModel(string Name, string? JsonName);

namespace Framework.DynamoDB.Tables;

/// <summary>The table that the items of a type are in, as the author names it.</summary>
internal sealed record ItemTable(Type Item, string Name);

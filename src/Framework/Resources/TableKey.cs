namespace Framework.Resources;

/// <summary>One attribute of a table's key.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Type">DynamoDB's type letter: <c>S</c>, <c>N</c> or <c>B</c>.</param>
public sealed record TableKey(string Name, string Type);

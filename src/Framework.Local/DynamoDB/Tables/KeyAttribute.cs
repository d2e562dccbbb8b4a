using Framework.Local.DynamoDB.Values;

namespace Framework.Local.DynamoDB.Tables;

/// <summary>An attribute that a key is made of: S, N or B.</summary>
internal sealed record KeyAttribute(string Name, AttributeType Type);

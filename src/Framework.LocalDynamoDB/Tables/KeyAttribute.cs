using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Tables;

/// <summary>An attribute that a key is made of: S, N or B.</summary>
internal sealed record KeyAttribute(string Name, AttributeType Type);

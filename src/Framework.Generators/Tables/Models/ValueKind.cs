namespace Framework.Generators.Tables.Models;

/// <summary>What DynamoDB stores a value as.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Binary,
    Boolean,
    List,
    Set,
    Map,
    Json,
    Converted,
}

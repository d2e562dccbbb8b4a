using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>The errors of a statement, in the service's words.</summary>
internal static class StatementFault
{
    public const string NoParameter = "Number of parameters in request and statement don't match.";

    public static DynamoDBException NotWellFormed(string statement) =>
        DynamoDBException.Validation($"Statement wasn't well formed, can't be processed: {statement}");

    public static DynamoDBException KeyMissing { get; } =
        DynamoDBException.Validation("Where clause does not contain a mandatory equality on all key attributes");

    public static DynamoDBException KeyType(string name) => DynamoDBException.Validation(
        $"Key attribute's data type should match its data type in table's schema: Key {name}");

    public static DynamoDBException Duplicate() =>
        DynamoDBException.Domain("DuplicateItemException", "Duplicate primary key exists in table");
}

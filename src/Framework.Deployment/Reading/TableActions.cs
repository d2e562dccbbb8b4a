using Framework.Resources;

namespace Framework.Deployment.Reading;

/// <summary>The IAM actions of a table. Transactions have none of their own: the actions of their items are checked.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">the actions of
/// DynamoDB</see>.</remarks>
internal static class TableActions
{
    private static readonly string[] Read = ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"];

    private static readonly string[] Write =
        ["dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

    public static IReadOnlyList<string> Of(ResourceAccess access) =>
    [
        .. (access.HasFlag(ResourceAccess.Read) ? Read : []).Concat(access.HasFlag(ResourceAccess.Write) ? Write : []).Order(StringComparer.Ordinal),
    ];
}

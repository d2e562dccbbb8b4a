using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>An operation on a table itself. The service checks the table's name before everything else.</summary>
internal abstract class TableOperation(params Member[] members) : Operation(members)
{
    protected override void CheckBeforeConstraints(JsonElement request)
    {
        var name = request.Text("TableName") ?? throw DynamoDBException.Validation(
            "The parameter 'TableName' is required but was not present in the request");
        if (name.Length is (< 3 or > 255) && !TableArn.IsMatch(name))
            throw DynamoDBException.Validation(
                "TableName must be at least 3 characters long and at most 255 characters long");
    }

    protected static string TableName(JsonElement request) => TableArn.NameOf(request.GetProperty("TableName").GetString()!);
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Tables;
using Framework.LocalDynamoDB.Validation;

namespace Framework.LocalDynamoDB.Operations;

/// <summary>An operation on the tags of a table, which it names by its ARN.</summary>
internal abstract partial class TagOperation(EngineState engine, params Member[] members)
    : Operation([Member.Optional("ResourceArn", Shapes.Text), .. members])
{
    protected EngineState Engine { get; } = engine;

    /// <summary>Checks the ARN and what else the request needs, in the service's order; gives the table's name.</summary>
    protected string ReadTableName(JsonElement request, string? listMember = null, string? emptyList = null)
    {
        var arn = request.Text("ResourceArn") ?? throw DynamoDBException.Validation("Invalid TableArn");
        if (!AnyArn().IsMatch(arn))
            throw DynamoDBException.AccessDenied($"User: arn:aws:iam::{ResourceArn.AccountId}:user/local "
                + $"is not authorized to perform: dynamodb:{Name} on resource: {(arn.Length == 0 ? "*" : arn)}");
        if (listMember is not null && request.Member(listMember) is null)
            throw DynamoDBException.Validation(
                $"1 validation error detected: Value null at '{char.ToLowerInvariant(listMember[0])}{listMember[1..]}' "
                + "failed to satisfy constraint: Member must not be null");
        if (!TableArn().IsMatch(arn))
            throw DynamoDBException.Validation(
                $"Invalid TableArn: Invalid ResourceArn provided as input {arn}");
        if (listMember is not null && !request.Elements(listMember).Any())
            throw DynamoDBException.Validation(emptyList!);
        return arn[(arn.LastIndexOf('/') + 1)..];
    }

    protected void Change(
        string tableName, string notFound, Func<Dictionary<string, string>, Dictionary<string, string>> change)
    {
        RequireTable(tableName, notFound);
        Engine.Catalog.Amend(tableName, table => table with { Tags = change(new(table.Tags)) });
    }

    protected TableDefinition RequireTable(string tableName, string notFound)
    {
        try
        {
            return Engine.Catalog.Describe(tableName).Definition;
        }
        catch (DynamoDBException)
        {
            throw DynamoDBException.ResourceNotFound(notFound);
        }
    }

    protected static string NotFound(JsonElement request) =>
        $"Requested resource not found: ResourcArn: {request.Text("ResourceArn")} not found";

    [GeneratedRegex("^.+:.+:.+:.+:.+:.+/.+$")]
    private static partial Regex AnyArn();

    [GeneratedRegex(@"^arn:aws:dynamodb:.+:\d+:table/[^/]{3,}$")]
    private static partial Regex TableArn();
}

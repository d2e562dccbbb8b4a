using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Expressions;

/// <summary>A request has expressions or the older parameters, never both.</summary>
internal static class ParameterStyle
{
    public static void Check(JsonElement request, string[] expressions, string[] legacy)
    {
        string[] used = [.. expressions.Where(name => request.Member(name) is not null)];
        if (used.Length > 0)
            RefuseLegacy(request, used, legacy);
        if (request.Member("ExpressionAttributeNames") is not null && used.Length == 0)
            throw DynamoDBException.Validation(
                "ExpressionAttributeNames can only be specified when using expressions");

        string[] withValues = [.. expressions.Where(name => name != "ProjectionExpression")];
        if (withValues.Length > 0 && request.Member("ExpressionAttributeValues") is not null
            && withValues.All(name => request.Member(name) is null))
            throw DynamoDBException.Validation(
                "ExpressionAttributeValues can only be specified when using expressions: "
                + $"{string.Join(" and ", withValues)} {(withValues.Length > 1 ? "are" : "is")} null");
    }

    private static void RefuseLegacy(JsonElement request, string[] used, string[] legacy)
    {
        // KeyConditions may come with a filter or projection expression.
        var mayUseKeyConditions = request.Member("KeyConditionExpression") is null;
        string[] mixed = [.. legacy.Where(name => request.Member(name) is not null
            && !(name == "KeyConditions" && mayUseKeyConditions))];
        if (mixed.Length > 0)
            throw DynamoDBException.Validation(
                "Can not use both expression and non-expression parameters in the same request: "
                + $"Non-expression parameters: {{{string.Join(", ", mixed)}}} "
                + $"Expression parameters: {{{string.Join(", ", used)}}}");
    }
}

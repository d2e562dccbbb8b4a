using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Evaluation;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;

namespace Framework.LocalDynamoDB.Reads;

/// <summary>Checks which Select is allowed with which projection and index.</summary>
internal static class SelectRules
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public static void Check(JsonElement request)
    {
        var select = request.Text("Select");
        var projection = request.Member("ProjectionExpression") is not null ? "ProjectionExpression"
            : request.Member("AttributesToGet") is not null ? "AttributesToGet"
            : null;
        if (select == "ALL_PROJECTED_ATTRIBUTES" && request.Text("IndexName") is null)
            throw DynamoDBException.Validation(
                "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        if (select == "SPECIFIC_ATTRIBUTES" && projection is null)
            throw DynamoDBException.Validation(
                "Must specify the AttributesToGet or ProjectionExpression "
                + "when choosing to get SPECIFIC_ATTRIBUTES");
        if (select is not (null or "SPECIFIC_ATTRIBUTES") && projection is not null)
            throw DynamoDBException.Validation($"Cannot specify the {projection} when choosing to get "
                + (select == "COUNT" ? "only the Count" : select));
    }

    public static void CheckAllAttributes(Source source, string? select)
    {
        if (select == "ALL_ATTRIBUTES" && source is { IsGlobalIndex: true, Index.ProjectsAll: false })
            throw DynamoDBException.Validation($"{Invalid}Select type ALL_ATTRIBUTES is not supported for global "
                + $"secondary index {source.Index.Definition.Name} because its projection type is not ALL");
    }

    /// <summary>A filter sees only the attributes of an index. A global index does not return any others.</summary>
    public static void CheckProjected(Source source, Condition? filter, IReadOnlyList<DocumentPath>? projection)
    {
        if (source.Index is not { ProjectsAll: false } index)
            return;
        string[] missing = [.. (projection ?? []).Select(path => path.Head).Distinct().Where(name => !index.Projects(name))];
        if (source.IsGlobalIndex && missing.Length > 0)
            throw DynamoDBException.Validation($"{Invalid}Global secondary index {index.Definition.Name} "
                + $"does not project [{string.Join(", ", missing)}]");
        missing = filter is null
            ? []
            : [.. ConditionPaths.Of(filter).Select(path => path.Head).Distinct().Where(name => !index.Projects(name))];
        if (missing.Length > 0)
            throw DynamoDBException.Validation($"{Invalid}Secondary index {index.Definition.Name} "
                + $"does not project one or more filter attributes: [{string.Join(", ", missing)}]");
    }
}

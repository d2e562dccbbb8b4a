using System.Text.Json;
using System.Text.RegularExpressions;

namespace Framework.Local.Access;

/// <summary>Reads which actions a request of DynamoDB's protocol needs. A transaction needs those of its parts, a statement of PartiQL one
/// of its own.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">the actions of
/// DynamoDB</see>.</remarks>
internal static partial class TableCalls
{
    /// <summary>Reads the actions.</summary>
    /// <param name="operation">The operation, such as <c>GetItem</c>.</param>
    /// <param name="request">The request; one that is not valid needs fewer actions, and DynamoDB refuses it.</param>
    public static IEnumerable<TableCall> Of(string operation, JsonElement request) => operation switch
    {
        "TransactGetItems" or "TransactWriteItems" => Entries(request, "TransactItems").SelectMany(Objects).Select(part => Part(part)),
        "BatchGetItem" or "BatchWriteItem" => Member(request, "RequestItems") is { ValueKind: JsonValueKind.Object } tables
            ? tables.EnumerateObject().Select(table => Call(operation, table.Name))
            : [],
        "ExecuteStatement" => [Statement(request)],
        "BatchExecuteStatement" => Entries(request, "Statements").Select(Statement),
        "ExecuteTransaction" => Entries(request, "TransactStatements").Select(Statement),
        _ => [Call(operation, Text(request, "TableName"), Text(request, "IndexName"))],
    };

    private static TableCall Part(JsonProperty part) => Call(
        part.Name switch
        {
            "Get" => "GetItem",
            "Put" => "PutItem",
            "Update" => "UpdateItem",
            "Delete" => "DeleteItem",
            _ => "ConditionCheckItem",
        },
        Text(part.Value, "TableName"));

    private static TableCall Statement(JsonElement request)
    {
        var words = Words().Match(Text(request, "Statement") ?? "");
        return Call(
            words.Groups["verb"].Value.ToUpperInvariant() switch
            {
                "INSERT" => "PartiQLInsert",
                "UPDATE" => "PartiQLUpdate",
                "DELETE" => "PartiQLDelete",
                _ => "PartiQLSelect",
            },
            words.Groups["table"].Value is { Length: > 0 } table ? table : null,
            words.Groups["index"].Value is { Length: > 0 } index ? index : null);
    }

    // A table may be named by its ARN.
    private static TableCall Call(string operation, string? table, string? index = null) =>
        new($"dynamodb:{operation}", table?[(table.LastIndexOf('/') + 1)..], index);

    private static IEnumerable<JsonElement> Entries(JsonElement request, string name) =>
        Member(request, name) is { ValueKind: JsonValueKind.Array } entries ? entries.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static IEnumerable<JsonProperty> Objects(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object ? entry.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static string? Text(JsonElement request, string name) =>
        Member(request, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement request, string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out var member) ? member : null;

    [GeneratedRegex("""^\s*(?<verb>\w+)(?:(?<=UPDATE)|.*?\b(?:FROM|INTO))\s+"?(?<table>[\w.-]+)"?(?:\."?(?<index>[\w.-]+)"?)?""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Words();
}

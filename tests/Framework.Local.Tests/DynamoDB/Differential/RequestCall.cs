using System.Text.Json.Nodes;

namespace Framework.Local.Tests.DynamoDB.Differential;

/// <summary>One request of a random program; <c>$T</c> in the body stands for the table.</summary>
public sealed record RequestCall(string Operation, string Body)
{
    public JsonNode ForTable(string tableName) =>
        JsonNode.Parse(Body.Replace("$T", tableName, StringComparison.Ordinal))!;

    public override string ToString() => $"{Operation} {Body}";
}

using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Legacy;

/// <summary>The older form of a projection: names of top-level attributes.</summary>
internal static class AttributesToGet
{
    public static IReadOnlyList<DocumentPath>? Read(JsonElement request)
    {
        if (request.Member(nameof(AttributesToGet)) is null)
            return null;
        string[] names = [.. request.Elements(nameof(AttributesToGet)).Select(name => name.GetString()!)];
        foreach (var name in names)
            if (AttributeValueParser.FaultOf(name) is { } fault)
                throw DynamoDBException.Validation(fault);
        var repeated = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        return repeated is null
            ? [.. names.Select(DocumentPath.Of)]
            : throw DynamoDBException.Validation(
                $"One or more parameter values were invalid: Duplicate value in attribute name: {repeated.Key}");
    }
}

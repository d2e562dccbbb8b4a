using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Framework.DynamoDB.Wire;

/// <summary>Writes members of requests; one that is not set is left out.</summary>
internal static class RequestMembers
{
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    public static void WriteText(this Utf8JsonWriter json, string name, ConstantClass? value) => json.WriteText(name, value?.Value);

    public static void WriteFlag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
            json.WriteBoolean(name, flag);
    }

    public static void WriteNumber(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    public static void WriteNames(this Utf8JsonWriter json, Dictionary<string, string>? names)
    {
        if (names is null)
            return;
        json.WriteStartObject("ExpressionAttributeNames");
        foreach (var (alias, name) in names)
            json.WriteString(alias, name);
        json.WriteEndObject();
    }

    public static void WriteCondition(
        this Utf8JsonWriter json, string? condition, Dictionary<string, string>? names, Dictionary<string, AttributeValue>? values)
    {
        json.WriteText("ConditionExpression", condition);
        json.WriteNames(names);
        json.WriteAttributes("ExpressionAttributeValues", values);
    }
}

using System.Text.Json;
using Framework.LocalDynamoDB.Expressions.Syntax;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using Framework.LocalDynamoDB.Values;

namespace Framework.LocalDynamoDB.Expressions.Legacy;

/// <summary>Reads AttributeUpdates, the older form of an update expression.</summary>
internal static class AttributeUpdatesReader
{
    private const string Invalid = "One or more parameter values were invalid: ";

    public static IReadOnlyList<UpdateAction>? Read(JsonElement request) =>
        request.Member("AttributeUpdates") is null
            ? null
            : [.. request.Members("AttributeUpdates").Select(ReadOne)];

    private static UpdateAction ReadOne(JsonProperty update)
    {
        if (AttributeValueParser.FaultOf(update.Name) is { } fault)
            throw DynamoDBException.Validation(fault);
        var action = update.Value.Text("Action");
        var value = update.Value.Member("Value") is { } given ? RequestValues.Value(given) : null;
        if (value is null && action != "DELETE")
            throw DynamoDBException.Validation(
                $"{Invalid}Only DELETE action is allowed when no attribute value is specified");
        if (value is not null && action == "DELETE" && value is not SetValue)
            throw DynamoDBException.Validation(
                $"{Invalid}DELETE action with value is not supported for the type {value.Type}");
        if (action == "ADD" && value is not (SetValue or NumberValue or ListValue))
            throw DynamoDBException.Validation(
                $"{Invalid}ADD action is not supported for the type {value!.Type}");

        var kind = action switch
        {
            "ADD" => UpdateKind.Add,
            "DELETE" => value is null ? UpdateKind.Remove : UpdateKind.Delete,
            _ => UpdateKind.Set,
        };
        return new(kind, DocumentPath.Of(update.Name), value is null ? null : new ConstantOperand(value));
    }
}

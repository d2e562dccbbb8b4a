using System.Text.Json;
using Framework.LocalDynamoDB.Protocol;
using Framework.LocalDynamoDB.Validation;
using static Framework.LocalDynamoDB.Validation.Member;

namespace Framework.LocalDynamoDB.PartiQL;

/// <summary>The members of requests that hold statements, and how they are read.</summary>
internal static class StatementShapes
{
    /// <summary>Characters of a statement (API reference, ExecuteStatement).</summary>
    private const int MaxLength = 8192;

    public static Member Statement { get; } = Required("Statement", new StringShape
    {
        Constraints = [Constraint.MinLength(1), Constraint.MaxLength(MaxLength)],
    });

    public static Member Parameters { get; } = Optional("Parameters", new ListShape(AttributeValueShape.Element)
    {
        Constraints = [Constraint.MinLength(1)],
    });

    public static Statement Read(JsonElement request) => StatementReader.Read(
        request.Text("Statement")!, [.. request.Elements("Parameters").Select(RequestValues.Value)]);

    public static bool ReturnsItem(JsonElement request) => request.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD";
}

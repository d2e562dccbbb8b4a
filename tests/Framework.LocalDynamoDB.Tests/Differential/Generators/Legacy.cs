using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>The parameters from before there were expressions.</summary>
internal static class Legacy
{
    private static readonly Gen<string> Attribute = Gen.Frequency(
        (30, Gen.Elements("e", "f", "g")), (6, Gen.Elements("c", "d")), (1, Gen.Elements("a", "b", "h")));

    private static readonly Gen<string> Comparison = Gen.Frequency(
        (5, Condition(Gen.Elements("EQ", "NE"), Values.Any, 1)),
        (6, Condition(Gen.Elements("LE", "LT", "GE", "GT"), Gen.OneOf(Values.Number, Values.Text), 1)),
        (3, Condition(Gen.Elements("CONTAINS", "NOT_CONTAINS"), Values.Scalar, 1)),
        (2, Condition(Gen.Constant("BEGINS_WITH"), Values.Text, 1)),
        (3, Gen.Elements("""{"ComparisonOperator":"NULL"}""", """{"ComparisonOperator":"NOT_NULL"}""")),
        (2, Condition(Gen.Constant("IN"), Values.Number, 2)),
        (1, Condition(Gen.Constant("BETWEEN"), Values.Number, 2)),
        (1, Gen.Constant("""{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"S":"c"},{"S":"x"}]}""")),
        (1, Condition(Gen.Elements("EQ", "NULL", "BETWEEN", "IN", "BEGINS_WITH", "LIKE", "GT"), Values.Any, 0)),
        (1, Condition(Gen.Elements("GT", "LE", "BEGINS_WITH", "CONTAINS"), Values.Any, 1)),
        (1, Condition(Gen.Elements("EQ", "NOT_NULL", "BETWEEN", "CONTAINS", "IN"), Values.Any, 3)));

    public static Gen<string> Conditions(string parameter) => Json.Member(parameter, ByAttribute(Comparison));

    public static Gen<string> Expected => Json.Member("Expected", ByAttribute(Gen.Frequency(
        (8, Comparison),
        (8, Json.Object(Json.Member("Value", Values.Any), Json.Maybe(30, Json.Literals("Exists", "true")))),
        (8, Json.Object(Json.Literals("Exists", "false"))),
        (1, Json.Object(Json.Maybe(50, Json.Member("Value", Values.Any)), Json.Literals("Exists", "true", "false"))))));

    public static Gen<string> ConditionalOperator => Json.Strings("ConditionalOperator", "AND", "OR");

    public static Gen<string> AttributesToGet =>
        Json.Member("AttributesToGet", Json.ArrayOf(Attribute.Select(name => $"\"{name}\""), 1, 3));

    public static Gen<string> AttributeUpdates => Json.Member("AttributeUpdates", ByAttribute(Gen.Frequency(
        (15, Json.Object(Json.Maybe(70, Json.Strings("Action", "PUT")), Json.Member("Value", Values.Any))),
        (9, Json.Object(Json.Strings("Action", "ADD"), Json.Member("Value", Gen.Frequency((5, Values.Number), (5, Values.Set), (3, Values.List), (1, Values.Any))))),
        (6, Json.Object(Json.Strings("Action", "DELETE"), Json.Maybe(50, Json.Member("Value", Gen.Frequency((9, Values.Set), (1, Values.Any)))))),
        (1, Json.Object(Json.Strings("Action", "PUT", "ADD", "PATCH", "DELETE"))))));

    private static Gen<string> ByAttribute(Gen<string> value) =>
        from names in Gen.Choose(1, 2).SelectMany(count => Attribute.ArrayOf(count))
        from members in Json.Object(names.Distinct().Select(name => Json.Member(name, value)))
        select members;

    private static Gen<string> Condition(Gen<string> comparison, Gen<string> value, int values) =>
        from name in comparison
        from list in Json.Array(Enumerable.Repeat(value, values))
        select $$"""{"ComparisonOperator":"{{name}}","AttributeValueList":{{list}}}""";
}

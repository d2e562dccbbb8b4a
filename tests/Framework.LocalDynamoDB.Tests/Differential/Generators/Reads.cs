using FsCheck;
using FsCheck.Fluent;
using static Framework.LocalDynamoDB.Tests.Differential.Generators.Json;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>Random Query and Scan requests, of tables and of their indexes.</summary>
internal static class Reads
{
    private static readonly Gen<string> Select = Gen.Frequency(
        (40, Gen.Constant("")), (5, Strings("Select", "COUNT", "ALL_ATTRIBUTES")),
        (1, Strings("Select", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES")));

    private static readonly Gen<string> Filter = Gen.Frequency(
        (6, Gen.Constant("")),
        (4, Expressions.Members(
            Expressions.Always("FilterExpression", Expressions.Condition),
            Expressions.Maybe(20, "ProjectionExpression", Expressions.Projection))),
        (1, Expressions.Members(Expressions.Always("ProjectionExpression", Expressions.Projection))),
        (1, Legacy.AttributesToGet));

    public static Gen<RequestCall> Scan(Gen<string> capacity, Gen<string> consistent) => Calls.Call("Scan", table =>
    [
        Maybe(30, IndexName(table)), Select, consistent,
        Gen.Frequency((5, Filter), (1, Join([Legacy.Conditions("ScanFilter"), Maybe(5, Legacy.ConditionalOperator)]))),
        Gen.Frequency(
            (4, capacity),
            (1, Literals("Limit", "1", "2", "5", "1", "2", "0")),
            (1, Gen.Elements("\"TotalSegments\":3,\"Segment\":0", "\"TotalSegments\":5,\"Segment\":0", "\"TotalSegments\":2,\"Segment\":2", "\"Segment\":0"))),
    ]);

    public static Gen<RequestCall> Query(Gen<string> capacity, Gen<string> consistent) =>
        from table in TestTable.Any
        from source in Gen.Frequency(
            (3, Gen.Constant(new TestIndex("", "a", table.Sorts.Length > 0 ? "b" : null))), (2, Gen.Elements(table.Indexes)))
        from call in Calls.On(table, "Query",
        [
            Gen.Constant(source.Name.Length == 0 ? "" : $"\"IndexName\":\"{source.Name}\""), Select, consistent,
            Maybe(40, Literals("ScanIndexForward", "true", "false")),
            Gen.Frequency((5, Expression(table, source)), (2, LegacyConditions(table, source))),
            Gen.Frequency((4, capacity), (1, Literals("Limit", "1", "2", "3", "1", "2", "0")))
        ])
        select call;

    private static Gen<string> IndexName(TestTable table) =>
        Gen.Frequency((20, Strings("IndexName", [.. table.Indexes.Select(index => index.Name)])), (1, Strings("IndexName", "byX")));

    private static Gen<string> Expression(TestTable table, TestIndex source) =>
        from hash in KeyValue(table, source.Hash)
        from low in KeyValue(table, source.Range ?? "b")
        from high in KeyValue(table, source.Range ?? "b")
        from range in Gen.Frequency(
            (8, Gen.Constant("")),
            (source.Range is null ? 0 : 20, Gen.Elements(" AND $ = :low", " AND $ < :low", " AND $ <= :low", " AND $ > :low", " AND $ >= :low", " AND :low < $")),
            (source.Range is null ? 0 : 6, Gen.Elements(" AND $ BETWEEN :low AND :high", " AND begins_with($, :low)")),
            (1, Gen.Elements(" AND $ <> :low", " AND $ IN (:low)", " OR $ = :low", " AND $ = :low AND $ = :low", " AND e = :low", " AND size($) = :low")))
        let condition = $"{source.Hash} = :hash{range.Replace("$", source.Range ?? "b", StringComparison.Ordinal)}"
        from rest in Filter
        let values = string.Join(',', new[] { (":hash", hash), (":low", low), (":high", high) }
            .Where(pair => condition.Contains(pair.Item1, StringComparison.Ordinal)).Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))
        let member = $"\"KeyConditionExpression\":\"{condition}\""
        select rest.Contains(ValuesMember, StringComparison.Ordinal)
            ? $"{member},{rest.Replace(ValuesMember + ":{", $"{ValuesMember}:{{{values},", StringComparison.Ordinal)}"
            : $"{member},{ValuesMember}:{{{values}}}{(rest.Length > 0 ? "," : "")}{rest}";

    private const string ValuesMember = "\"ExpressionAttributeValues\"";

    private static Gen<string> LegacyConditions(TestTable table, TestIndex source) =>
        from hash in KeyValue(table, source.Hash)
        from low in KeyValue(table, source.Range ?? "b")
        from high in KeyValue(table, source.Range ?? "b")
        from comparison in Gen.Frequency(
            (4, Gen.Constant("")),
            (source.Range is null ? 0 : 12, Gen.Elements("EQ", "LT", "LE", "GT", "GE", "BEGINS_WITH")),
            (source.Range is null ? 0 : 4, Gen.Constant("BETWEEN")),
            (1, Gen.Elements("NE", "CONTAINS", "IN")))
        let values = comparison == "BETWEEN" ? $"{low},{high}" : low
        let range = comparison.Length == 0 ? "" : $$""","{{source.Range ?? "b"}}":{"ComparisonOperator":"{{comparison}}","AttributeValueList":[{{values}}]}"""
        let keys = $$$"""
            "KeyConditions":{"{{{source.Hash}}}":{"ComparisonOperator":"EQ","AttributeValueList":[{{{hash}}}]}{{{range}}}}
            """
        from rest in Join([Maybe(30, Legacy.Conditions("QueryFilter")), Maybe(20, Legacy.AttributesToGet), Maybe(5, Legacy.ConditionalOperator)])
        select rest.Length == 0 ? keys : $"{keys},{rest}";

    private static Gen<string> KeyValue(TestTable table, string attribute) => Gen.Frequency(
        (120, Gen.Elements(attribute switch
        {
            "a" => table.Partitions,
            "b" => table.Sorts.Length > 0 ? table.Sorts : ["""{"S":"b"}"""],
            "c" => ["""{"S":"c"}""", """{"S":"c1"}""", """{"S":"c2"}""", """{"S":"c22"}"""],
            _ => ["""{"N":"1"}""", """{"N":"-2.5"}""", """{"N":"30"}""", """{"N":"4"}"""],
        })),
        (1, Values.Any));
}

using FsCheck;
using FsCheck.Fluent;

namespace Framework.Local.Tests.DynamoDB.Differential;

/// <summary>
/// Random requests over few keys, attributes and values, so that they meet: some succeed, some fail. The table has
/// the keys <c>a</c> (S) and <c>b</c> (N), a local index <c>byC</c> on <c>c</c> and a global one <c>byD</c> on <c>d</c>.
/// </summary>
public static class Programs
{
    private static readonly Gen<string> Attribute = Gen.Elements("c", "d", "e", "f", "g");

    private static readonly Gen<string> Path = Gen.Frequency(
        (4, Attribute), (1, Attribute.Select(name => name + ".x")), (1, Attribute.Select(name => name + "[1]")),
        (1, Attribute.Select(name => name + ".x.y")));

    private static readonly Gen<string> Key =
        from a in Gen.Elements("p", "q")
        from b in Gen.Choose(1, 4)
        select $$$"""{"a":{"S":"{{{a}}}"},"b":{"N":"{{{b}}}"}}""";

    private static readonly Gen<string> Number =
        Gen.Elements("0", "1", "-1", "2.5", "10", "-0.25", "1e3", "99999999999999999999999999999999999999", "1e-10");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Number.Select(number => $$"""{"N":"{{number}}"}"""),
        Gen.Elements("", "x", "y", "xy", "ÿ").Select(text => $$"""{"S":"{{text}}"}"""),
        Gen.Elements("AQ==", "AQI=", "").Select(bytes => $$"""{"B":"{{bytes}}"}"""),
        Gen.Elements("""{"BOOL":true}""", """{"BOOL":false}""", """{"NULL":true}"""));

    private static readonly Gen<string> Set = Gen.Elements(
        """{"SS":["x"]}""", """{"SS":["x","y"]}""", """{"NS":["1"]}""", """{"NS":["1","2.5"]}""", """{"BS":["AQ=="]}""");

    private static readonly Gen<string> Value = Gen.Frequency(
        (6, Scalar), (2, Set),
        (1, from one in Scalar from two in Scalar select $$"""{"L":[{{one}},{{two}}]}"""),
        (1, from one in Scalar from two in Set select $$$"""{"M":{"x":{{{one}}},"y":{{{two}}}}}"""),
        (1, from one in Scalar select """{"M":{"x":{"M":{"y":""" + one + "}}}}"));

    private static readonly Gen<string> Item =
        from key in Key
        from c in Gen.Frequency((3, Gen.Constant("""{"S":"c1"}""")), (2, Gen.Constant("""{"S":"c2"}""")), (1, Scalar))
        from d in Gen.Frequency((3, Gen.Constant("""{"N":"1"}""")), (2, Gen.Constant("""{"N":"2"}""")), (1, Scalar))
        from e in Value
        from f in Value
        select $$"""{{key[..^1]}},"c":{{c}},"d":{{d}},"e":{{e}},"f":{{f}}}""";

    /// <summary>In a transaction DynamoDB Local does not look at the types of index keys; the service does.</summary>
    private static readonly Gen<string> IndexedItem =
        from key in Key
        from e in Value
        from f in Value
        select $$"""{{key[..^1]}},"c":{"S":"c1"},"d":{"N":"1"},"e":{{e}},"f":{{f}}}""";

    private static readonly Gen<string> PlainCondition = Gen.Elements(
        "attribute_exists(e)", "attribute_not_exists(f)", "e = :v", "e.x <> :v", "NOT f IN (:v, :w)", "contains(f, :v)");

    private static readonly Gen<string> Comparator = Gen.Elements("=", "<>", "<", "<=", ">", ">=");

    private static readonly Gen<string> Predicate = Gen.OneOf(
        from path in Path from comparator in Comparator select $"{path} {comparator} :v",
        from path in Path from comparator in Comparator select $":w {comparator} {path}",
        from path in Path from other in Path from comparator in Comparator select $"{path} {comparator} {other}",
        from path in Path select $"{path} BETWEEN :v AND :w",
        from path in Path select $"{path} IN (:v, :w)",
        from path in Path select $"attribute_exists({path})",
        from path in Path select $"attribute_not_exists({path})",
        from path in Path select $"begins_with({path}, :v)",
        from path in Path select $"contains({path}, :v)",
        from path in Path from comparator in Comparator select $"size({path}) {comparator} :v",
        from path in Path select $"attribute_type({path}, :t)");

    private static readonly Gen<string> Condition = Gen.Frequency(
        (3, Predicate),
        (1, Predicate.Select(inner => $"NOT {inner}")),
        (1, from left in Predicate from right in Predicate select $"{left} AND {right}"),
        (1, from left in Predicate from right in Predicate select $"({left}) OR {right}"),
        (1, from left in Predicate from right in Predicate select $"NOT ({left} OR {right})"));

    /// <summary>Where DynamoDB Local updates an index key to a wrong type, the service refuses: updates leave them out.</summary>
    private static readonly Gen<string> Free = Gen.Elements("e", "f", "g");

    private static readonly Gen<string> FreePath =
        from head in Free
        from tail in Gen.Elements("", "", "", ".x", "[1]", ".x.y")
        select head + tail;

    private static readonly Gen<string> Update = Gen.OneOf(
        from path in FreePath select $"SET {path} = :v",
        from path in FreePath from other in Path select $"SET {path} = {other}",
        from path in FreePath from other in Path select $"SET {path} = {other} + :v",
        from path in FreePath from other in Path select $"SET {path} = :w - {other}",
        from path in FreePath from other in Path select $"SET {path} = if_not_exists({other}, :v)",
        from path in FreePath from other in Path select $"SET {path} = list_append({other}, :v)",
        from path in FreePath from other in FreePath select $"SET {path} = :v, {other} = :w",
        from path in FreePath select $"REMOVE {path}",
        Gen.Elements("REMOVE c", "REMOVE d", "REMOVE c, d SET e = :v", "SET c = :t", "SET c = :t REMOVE d"),
        from path in FreePath from other in FreePath select $"REMOVE {path}, {other}",
        from path in Free select $"ADD {path} :v",
        from path in Free select $"DELETE {path} :v",
        from path in Free from other in Free select $"SET {path} = :v REMOVE {other}",
        from path in Free from other in Free select $"ADD {path} :v DELETE {other} :w");

    private static readonly Gen<string> ReturnValues =
        Gen.Elements("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW");

    private static readonly Gen<RequestCall> Request = Gen.Frequency(
        (5, from item in Item
            from returned in Gen.Elements("NONE", "ALL_OLD")
            select new RequestCall("PutItem", $$"""{"TableName":"$T","Item":{{item}},"ReturnValues":"{{returned}}","ReturnConsumedCapacity":"INDEXES"}""")),
        (3, from item in Item
            from condition in WithValues("ConditionExpression", Condition)
            select new RequestCall("PutItem", $$"""{"TableName":"$T","Item":{{item}},{{condition}}}""")),
        (2, from key in Key
            select new RequestCall("GetItem", $$"""{"TableName":"$T","Key":{{key}},"ReturnConsumedCapacity":"TOTAL"}""")),
        (2, from key in Key
            from one in Path
            from two in Path
            select new RequestCall("GetItem", $$"""{"TableName":"$T","Key":{{key}},"ProjectionExpression":"a, {{one}}, {{two}}"}""")),
        (8, from key in Key
            from update in WithValues("UpdateExpression", Update)
            from returned in ReturnValues
            select new RequestCall("UpdateItem", $$"""{"TableName":"$T","Key":{{key}},{{update}},"ReturnValues":"{{returned}}","ReturnConsumedCapacity":"INDEXES"}""")),
        (2, from key in Key
            from condition in WithValues("ConditionExpression", Condition)
            select new RequestCall("DeleteItem", $$"""{"TableName":"$T","Key":{{key}},{{condition}},"ReturnValues":"ALL_OLD"}""")),
        (4, from filter in WithValues("FilterExpression", Condition)
            select new RequestCall("Scan", $$"""{"TableName":"$T",{{filter}}}""")),
        (4, Query()),
        (2, from key in Key
            from other in Key
            select new RequestCall("BatchGetItem", $$$$"""{"RequestItems":{"$T":{"Keys":[{{{{key}}}},{{{{other}}}}]}}}""")),
        (2, from item in Item
            from key in Key
            select new RequestCall("BatchWriteItem", $$$"""{"RequestItems":{"$T":[{"PutRequest":{"Item":{{{item}}}}},{"DeleteRequest":{"Key":{{{key}}}}}]}}""")),
        (2, from item in IndexedItem
            from key in Key
            from condition in WithValues("ConditionExpression", PlainCondition)
            select new RequestCall("TransactWriteItems", $$$"""{"TransactItems":[{"Put":{"TableName":"$T","Item":{{{item}}}}},{"Delete":{"TableName":"$T","Key":{{{key}}},{{{condition}}}}}]}""")),
        (1, from key in Key
            from other in Key
            select new RequestCall("TransactGetItems", $$$"""{"TransactItems":[{"Get":{"TableName":"$T","Key":{{{key}}}}},{"Get":{"TableName":"$T","Key":{{{other}}},"ProjectionExpression":"e"}}]}""")));

    public static Arbitrary<RequestCall[]> Arbitrary() => Request.ArrayOf(40).ToArbitrary();

    private static Gen<RequestCall> Query() =>
        from partition in Gen.Elements("p", "q")
        from range in Gen.Elements("", " AND b = :b", " AND b < :b", " AND b >= :b", " AND b BETWEEN :b AND :c")
        from forward in Gen.Elements("true", "false")
        from limit in Gen.Elements("", ",\"Limit\":1", ",\"Limit\":2")
        let low = range.Contains(":b", StringComparison.Ordinal) ? ",\":b\":{\"N\":\"2\"}" : ""
        let high = range.Contains(":c", StringComparison.Ordinal) ? ",\":c\":{\"N\":\"3\"}" : ""
        from call in Gen.Elements(
            $$$"""{"TableName":"$T","KeyConditionExpression":"a = :a{{{range}}}","ExpressionAttributeValues":{":a":{"S":"{{{partition}}}"}{{{low}}}{{{high}}}},"ScanIndexForward":{{{forward}}}{{{limit}}},"ReturnConsumedCapacity":"TOTAL"}""",
            $$$$"""{"TableName":"$T","IndexName":"byC","KeyConditionExpression":"a = :a AND begins_with(c, :c)","ExpressionAttributeValues":{":a":{"S":"{{{{partition}}}}"},":c":{"S":"c"}}}""",
            """{"TableName":"$T","IndexName":"byD","KeyConditionExpression":"d = :d","ExpressionAttributeValues":{":d":{"N":"1"}}}""")
        select new RequestCall("Query", call);

    /// <summary>The expression with the values that it uses, and no others.</summary>
    private static Gen<string> WithValues(string parameter, Gen<string> expressions) =>
        from expression in expressions
        from v in Value
        from w in Value
        let used = new[] { (":v", v), (":w", w), (":t", """{"S":"S"}""") }
            .Where(pair => expression.Contains(pair.Item1, StringComparison.Ordinal))
            .Select(pair => $"\"{pair.Item1}\":{pair.Item2}").ToArray()
        select $"\"{parameter}\":\"{expression}\""
            + (used.Length == 0 ? "" : $",\"ExpressionAttributeValues\":{{{string.Join(',', used)}}}");
}

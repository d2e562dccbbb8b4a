using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>
/// A table of the random programs. All have the key <c>a</c>, some <c>b</c>; their indexes have the string <c>c</c> and
/// the number <c>d</c> as keys. Key values come from pools so small that programs meet their own items again.
/// </summary>
/// <param name="Name">The table's name.</param>
/// <param name="Partitions">Values of <c>a</c>.</param>
/// <param name="Sorts">Values of <c>b</c>; none where there is no sort key.</param>
/// <param name="Indexes">Names of the indexes and their keys, a partition key and maybe a sort key.</param>
/// <param name="Definition">The rest of CreateTable.</param>
internal sealed record TestTable(
    string Name, string[] Partitions, string[] Sorts, TestIndex[] Indexes, string Definition)
{
    public static readonly TestTable[] All =
    [
        new(
            "string-number",
            ["""{"S":"p"}""", """{"S":"ÿ"}"""],
            ["""{"N":"-1.5"}""", """{"N":"0"}""", """{"N":"2"}""", """{"N":"1E+20"}"""],
            [new("byC", "a", "c"), new("byD", "d", null)],
            """
            "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"N"},
              {"AttributeName":"c","AttributeType":"S"},{"AttributeName":"d","AttributeType":"N"}],
            "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
            "LocalSecondaryIndexes":[{"IndexName":"byC","Projection":{"ProjectionType":"KEYS_ONLY"},
              "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"}]}],
            "GlobalSecondaryIndexes":[{"IndexName":"byD","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["e"]},
              "KeySchema":[{"AttributeName":"d","KeyType":"HASH"}]}]
            """),
        new(
            "number-string",
            ["""{"N":"1"}""", """{"N":"-99999999999999999999999999999999999999"}"""],
            ["""{"S":"A"}""", """{"S":"b"}""", """{"S":"bb"}""", """{"S":"😀"}"""],
            [new("byD", "a", "d"), new("byCD", "c", "d")],
            """
            "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"N"},{"AttributeName":"b","AttributeType":"S"},
              {"AttributeName":"c","AttributeType":"S"},{"AttributeName":"d","AttributeType":"N"}],
            "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
            "LocalSecondaryIndexes":[{"IndexName":"byD","Projection":{"ProjectionType":"ALL"},
              "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"d","KeyType":"RANGE"}]}],
            "GlobalSecondaryIndexes":[{"IndexName":"byCD","Projection":{"ProjectionType":"ALL"},
              "KeySchema":[{"AttributeName":"c","KeyType":"HASH"},{"AttributeName":"d","KeyType":"RANGE"}]}]
            """),
        new(
            "binary",
            ["""{"B":"AQ=="}""", """{"B":"/w=="}""", """{"B":"AQI="}"""],
            [],
            [new("byDC", "d", "c")],
            """
            "AttributeDefinitions":[{"AttributeName":"a","AttributeType":"B"},
              {"AttributeName":"c","AttributeType":"S"},{"AttributeName":"d","AttributeType":"N"}],
            "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],
            "GlobalSecondaryIndexes":[{"IndexName":"byDC","Projection":{"ProjectionType":"KEYS_ONLY"},
              "KeySchema":[{"AttributeName":"d","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"}]}]
            """),
    ];

    public static readonly Gen<TestTable> Any = Gen.Frequency(
        (4, Gen.Constant(All[0])), (3, Gen.Constant(All[1])), (2, Gen.Constant(All[2])));

    public string CreateTable => $$"""{"TableName":"{{Name}}","BillingMode":"PAY_PER_REQUEST",{{Definition}}}""";

    public Gen<string> NameMember => Json.Member("TableName", Gen.Frequency(
        (300, Gen.Constant($"\"{Name}\"")), (1, Gen.Elements("\"missing\"", "\"x\"", "\"no blanks\""))));

    /// <summary>Every key that an item can have.</summary>
    public IEnumerable<string> Keys =>
        from a in Partitions
        from b in Sorts.Length == 0 ? [""] : Sorts.Select(sort => $",\"b\":{sort}")
        select $$"""{"a":{{a}}{{b}}}""";

    public Gen<string> Key => Gen.Frequency((80, Gen.Elements(Keys)), (1, WrongKey));

    public Gen<string> Item =>
        from key in Key
        from rest in Json.Join([
            Json.Maybe(70, Json.Member("c", IndexKey("""{"S":"c1"}""", """{"S":"c2"}""", """{"S":"c22"}"""))),
            Json.Maybe(70, Json.Member("d", IndexKey("""{"N":"1"}""", """{"N":"-2.5"}""", """{"N":"30"}"""))),
            .. new[] { "e", "f", "g" }.Select(name => Json.Maybe(60, Json.Member(name, Values.Any)))])
        select rest.Length == 0 ? key : $"{key[..^1]}{(key.Length > 2 ? "," : "")}{rest}}}";

    private static Gen<string> WrongKey => Gen.Elements(
        "{}", """{"a":{"S":""}}""", """{"a":{"S":"p"}}""", """{"a":{"N":"1"}}""", """{"a":{"B":"AQ=="},"b":{"S":"x"}}""",
        """{"a":{"S":"p"},"b":{"N":"0"},"z":{"S":"x"}}""", """{"a":{"S":"p"},"b":{"S":"0"}}""",
        """{"a":{"S":""},"b":{"N":"0"}}""", """{"a":{"N":"1"},"b":{"S":""}}""", """{"b":{"N":"0"}}""",
        """{"a":{"BOOL":true},"b":{"N":"0"}}""", """{"a":{"M":{}},"b":{"N":"0"}}""", """{"a":{"N":"x"},"b":{"S":"y"}}""");

    private static Gen<string> IndexKey(params string[] right) =>
        Gen.Frequency((60, Gen.Elements(right)), (1, Values.Any));
}

/// <summary>A secondary index of a test table.</summary>
internal sealed record TestIndex(string Name, string Hash, string? Range);

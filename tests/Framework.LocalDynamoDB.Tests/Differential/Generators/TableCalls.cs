using FsCheck;
using FsCheck.Fluent;
using static Framework.LocalDynamoDB.Tests.Differential.Generators.Json;

namespace Framework.LocalDynamoDB.Tests.Differential.Generators;

/// <summary>Random requests that create, change and delete tables; most are valid, the others have one mistake.</summary>
internal static class TableCalls
{
    public static readonly string[] Names = ["first", "second"];

    private static readonly string[] Attributes = ["a", "b", "c", "d"];

    private static readonly Gen<string> Name = Gen.Frequency(
        (60, Gen.Elements("first", "first", "first", "second")), (1, Gen.Elements("x", "no blanks", "missing")));

    private static readonly Gen<string> Units = Gen.Frequency((40, Gen.Choose(1, 4)), (1, Gen.Elements(0, -1)))
        .Select(units => $"{units}");

    private static readonly Gen<string> Throughput = Member(
        "ProvisionedThroughput", Object(Member("ReadCapacityUnits", Units), Member("WriteCapacityUnits", Units)));

    private static readonly Gen<string> Stream = Gen.Frequency(
        (4, Gen.Constant("""{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}""")),
        (4, Gen.Constant("""{"StreamEnabled":false}""")),
        (1, Gen.Elements("""{"StreamEnabled":true}""", """{"StreamEnabled":false,"StreamViewType":"KEYS_ONLY"}""")));

    private static readonly Gen<string> Projection = Gen.Frequency(
        (10, Gen.Elements("""{"ProjectionType":"ALL"}""", """{"ProjectionType":"KEYS_ONLY"}""")),
        (5, Gen.Constant("""{"ProjectionType":"INCLUDE","NonKeyAttributes":["e","f"]}""")),
        (1, Gen.Elements(
            """{"ProjectionType":"INCLUDE"}""", """{"ProjectionType":"ALL","NonKeyAttributes":["e"]}""",
            """{"ProjectionType":"INCLUDE","NonKeyAttributes":["e","e"]}""", """{"ProjectionType":"SOME"}""", "{}")));

    private static readonly string[] GlobalNames = ["byC", "byD"];
    private static readonly string[] LocalNames = ["localC", "localD"];

    private static Gen<Index> Global(string usual) =>
        from name in Gen.Frequency((20, Gen.Constant(usual)), (1, Gen.Elements("byC", "localC")))
        from hash in Gen.Elements(Attributes)
        from other in Gen.Elements<string?>([null, .. Attributes.Except([hash])])
        from isRepeated in Gen.Frequency((30, Gen.Constant(false)), (1, Gen.Constant(true)))
        from projection in Projection
        select new Index(name, hash, isRepeated ? hash : other, projection);

    private static Gen<Index> Local(string usual) =>
        from name in Gen.Frequency((20, Gen.Constant(usual)), (1, Gen.Elements("byC", "localC")))
        from hash in Gen.Frequency((20, Gen.Constant("a")), (1, Gen.Constant("b")))
        from range in Gen.Frequency((20, Gen.Elements<string?>(["c", "d", "b"])), (1, Gen.Constant<string?>(null)))
        from projection in Projection
        select new Index(name, hash, range, projection);

    private static readonly Gen<RequestCall> Create =
        from name in Name
        from isProvisioned in Gen.Elements(true, false)
        from range in Gen.Elements<string?>([null, "b", "b", "b"])
        from locals in Several(range is null ? [0, 0, 0, 0, 0, 0, 0, 1] : [0, 0, 1, 2], LocalNames, Local)
        from globals in Several([0, 1, 1, 2], GlobalNames, Global)
        from definitions in Definitions(["a", range, .. locals.Concat(globals).SelectMany(index => index.Keys)])
        from rest in Join([
            isProvisioned ? Gen.Frequency((30, Throughput), (1, Gen.Constant(""))) : Maybe(2, Throughput),
            isProvisioned ? Maybe(30, Gen.Constant("\"BillingMode\":\"PROVISIONED\"")) : Gen.Constant("\"BillingMode\":\"PAY_PER_REQUEST\""),
            Maybe(30, Member("StreamSpecification", Stream)),
            Maybe(10, Literals("DeletionProtectionEnabled", "true", "false")),
            locals.Length == 0 ? Maybe(1, Gen.Constant("\"LocalSecondaryIndexes\":[]"))
                : Member("LocalSecondaryIndexes", Array(locals.Select(index => Gen.Constant(index.ToString())))),
            globals.Length == 0 ? Maybe(1, Gen.Constant("\"GlobalSecondaryIndexes\":[]"))
                : Member("GlobalSecondaryIndexes", Array(globals.Select(index => index.With(isProvisioned, Throughput))))])
        select new RequestCall("CreateTable", $$"""
            {"TableName":"{{name}}","KeySchema":{{Index.Schema("a", range)}},"AttributeDefinitions":{{definitions}}{{(rest.Length > 0 ? "," : "")}}{{rest}}}
            """);

    private static readonly Gen<RequestCall> Update =
        from name in Name
        from usual in Gen.Elements(GlobalNames)
        from index in Global(usual)
        from hasThroughput in Gen.Elements(true, false)
        from definitions in Definitions(index.Keys)
        from created in index.With(hasThroughput, Throughput)
        from change in Gen.Frequency(
            (4, Throughput),
            (2, Gen.Constant("\"BillingMode\":\"PAY_PER_REQUEST\"")),
            (2, Join([Gen.Constant("\"BillingMode\":\"PROVISIONED\""), Maybe(80, Throughput)])),
            (3, Member("StreamSpecification", Stream)),
            (2, Literals("DeletionProtectionEnabled", "true", "false")),
            (3, Gen.Constant($"\"AttributeDefinitions\":{definitions},\"GlobalSecondaryIndexUpdates\":[{{\"Create\":{created}}}]")),
            (1, Gen.Constant($"\"GlobalSecondaryIndexUpdates\":[{{\"Delete\":{{\"IndexName\":\"{index.Name}\"}}}}]")),
            (2, Throughput.Select(units => $"\"GlobalSecondaryIndexUpdates\":[{{\"Update\":{{\"IndexName\":\"{index.Name}\",{units}}}}}]")),
            (1, Gen.Constant("")))
        select new RequestCall("UpdateTable", $$"""{"TableName":"{{name}}"{{(change.Length > 0 ? "," : "")}}{{change}}}""");

    public static readonly Gen<RequestCall> Any = Gen.Frequency(
        (6, Create),
        (8, Update),
        (1, Named("DescribeTable")),
        (2, Named("DeleteTable")));

    private static Gen<RequestCall> Named(string operation) =>
        Name.Select(name => new RequestCall(operation, $$"""{"TableName":"{{name}}"}"""));

    /// <summary>One of the counts of indexes, each with a name of its own.</summary>
    private static Gen<Index[]> Several(int[] counts, string[] names, Func<string, Gen<Index>> index) =>
        from count in Gen.Elements(counts)
        from first in index(names[0])
        from second in index(names[1])
        select new[] { first, second }[..count];

    /// <summary>What the keys use, now and then one more or one less.</summary>
    private static Gen<string> Definitions(IEnumerable<string?> keys) =>
        from used in Gen.Constant(keys.OfType<string>().Distinct().ToArray())
        from names in Gen.Frequency(
            (30, Gen.Constant(used)), (1, Gen.Constant(used.Append("z").ToArray())), (1, Gen.Constant(used[1..])))
        from type in Gen.Frequency((10, Gen.Constant("S")), (1, Gen.Elements("N", "B")))
        select $"[{string.Join(',', names.Select((name, i) =>
            $$"""{"AttributeName":"{{name}}","AttributeType":"{{(i == names.Length - 1 ? type : "S")}}"}"""))}]";

    private sealed record Index(string Name, string Hash, string? Range, string Projection)
    {
        public IEnumerable<string?> Keys => [Hash, Range];

        public static string Schema(string hash, string? range) => range is null
            ? $$"""[{"AttributeName":"{{hash}}","KeyType":"HASH"}]"""
            : $$"""[{"AttributeName":"{{hash}}","KeyType":"HASH"},{"AttributeName":"{{range}}","KeyType":"RANGE"}]""";

        /// <summary>Throughput where its table has some, now and then the other way round.</summary>
        public Gen<string> With(bool throughput, Gen<string> units) =>
            from isOther in Gen.Frequency((20, Gen.Constant(false)), (1, Gen.Constant(true)))
            from given in units
            select throughput == isOther ? ToString() : $"{ToString()[..^1]},{given}}}";

        public override string ToString() =>
            $$"""{"IndexName":"{{Name}}","KeySchema":{{Schema(Hash, Range)}},"Projection":{{Projection}}}""";
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests;

/// <summary>Writes and reads of global indexes whose partition and sort keys have several attributes.</summary>
public sealed class SeveralKeyAttributesTests : LocalDynamoDBTest
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string Range = "RANGE key attributes ";
    private const string Because =
        " must have equality conditions specified in the query because a condition is present on key attribute ";

    private static readonly int[] Heights = [-10, -2, 0, 3, 20];
    private static readonly string[] Tags = ["00", "0000", "00FF", "01", "FF", "FFFF"];
    private static readonly string[] Names = ["a", "a\0", "ab", "b"];

    private static readonly Reading[] Readings =
    [
        .. from height in Heights from tag in Tags from name in Names select new Reading(height, tag, name),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CallAsync("CreateTable", """
            {"TableName":"readings","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},
               {"AttributeName":"site","AttributeType":"S"},{"AttributeName":"season","AttributeType":"N"},
               {"AttributeName":"height","AttributeType":"N"},{"AttributeName":"tag","AttributeType":"B"},
               {"AttributeName":"title","AttributeType":"S"},{"AttributeName":"room","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
             "GlobalSecondaryIndexes":[
               {"IndexName":"bySite","Projection":{"ProjectionType":"ALL"},"KeySchema":[
                 {"AttributeName":"site","KeyType":"HASH"},{"AttributeName":"season","KeyType":"HASH"},
                 {"AttributeName":"height","KeyType":"RANGE"},{"AttributeName":"tag","KeyType":"RANGE"},
                 {"AttributeName":"title","KeyType":"RANGE"}]},
               {"IndexName":"byRoom","Projection":{"ProjectionType":"KEYS_ONLY"},"KeySchema":[
                 {"AttributeName":"site","KeyType":"HASH"},{"AttributeName":"room","KeyType":"HASH"}]}]}
            """);
    }

    [Theory]
    [InlineData("")]
    [InlineData("height = :l")]
    [InlineData("height < :l")]
    [InlineData("height <= :l")]
    [InlineData("height > :l")]
    [InlineData("height >= :l")]
    [InlineData("height BETWEEN :k AND :l")]
    [InlineData("height = :l AND tag = :t")]
    [InlineData("height = :l AND tag < :t")]
    [InlineData("height = :l AND tag <= :t")]
    [InlineData("height = :l AND tag > :t")]
    [InlineData("height = :l AND :t <= tag")]
    [InlineData("height = :l AND tag BETWEEN :t AND :u")]
    [InlineData("height = :l AND begins_with(tag, :t)")]
    [InlineData("height = :l AND begins_with(tag, :f)")]
    [InlineData("title = :n AND tag = :t AND height = :l")]
    [InlineData("height = :l AND tag = :t AND title > :n")]
    [InlineData("height = :l AND tag = :t AND begins_with(title, :n)")]
    public async Task The_sort_attributes_order_and_bound_in_turn_and_pages_join(string condition)
    {
        await PutReadingsAsync();
        var expected = Readings.Where(reading => reading.Holds(condition)).Order().Select(reading => reading.Id).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ReadAllAsync(condition, isForward: true, limit: 1000));
        Assert.Equal(expected, await ReadAllAsync(condition, isForward: true, limit: 7));
        Assert.Equal(expected.Reverse(), await ReadAllAsync(condition, isForward: false, limit: 7));
    }

    [Fact]
    public async Task The_last_evaluated_key_holds_every_key_attribute()
    {
        await PutReadingsAsync();
        var page = await CallAsync("Query", Query("", ",\"Limit\":1"));
        Assert.Equal(
            ["height", "id", "season", "site", "tag", "title"],
            page["LastEvaluatedKey"]!.AsObject().Select(member => member.Key).Order());
    }

    [Fact]
    public async Task Segments_of_a_scan_share_the_index_out()
    {
        for (var season = 0; season < 40; season++)
            await CallAsync("PutItem", Put($"{season}", new Reading(1, "01", "a"), $"{season}"));
        var all = new List<string>();
        for (var segment = 0; segment < 3; segment++)
        {
            var start = "";
            do
            {
                var page = await CallAsync("Scan", $$"""
                    {"TableName":"readings","IndexName":"bySite","TotalSegments":3,"Segment":{{segment}},"Limit":4{{start}}}
                    """);
                all.AddRange(Ids(page));
                start = Continue(page);
            }
            while (start.Length > 0);
        }

        Assert.Equal(40, all.Count);
        Assert.Equal(40, all.Distinct().Count());
    }

    [Fact]
    public async Task Partition_attributes_do_not_run_into_each_other()
    {
        string[] places = ["a|bc", "ab|c", "a\\u0000|b", "a|\\u0000b"];
        foreach (var (place, number) in places.Select((place, number) => (place.Split('|'), number)))
            await CallAsync("PutItem", $$$$"""
                {"TableName":"readings","Item":{"id":{"S":"{{{{number}}}}"},"site":{"S":"{{{{place[0]}}}}"},"room":{"S":"{{{{place[1]}}}}"},"more":{"S":"x"}}}
                """);
        foreach (var (place, number) in places.Select((place, number) => (place.Split('|'), number)))
        {
            var found = Assert.Single((await CallAsync("Query", $$$$"""
                {"TableName":"readings","IndexName":"byRoom","KeyConditionExpression":"room = :r AND site = :s",
                 "ExpressionAttributeValues":{":s":{"S":"{{{{place[0]}}}}"},":r":{"S":"{{{{place[1]}}}}"}}}
                """))["Items"]!.AsArray())!.AsObject();
            Assert.Equal($"{number}", (string?)found["id"]!["S"]);
            Assert.Equal(["id", "room", "site"], found.Select(member => member.Key).Order());
        }
    }

    [Theory]
    [InlineData("site")]
    [InlineData("season")]
    [InlineData("height")]
    [InlineData("tag")]
    [InlineData("title")]
    public async Task An_item_without_any_one_of_the_attributes_is_not_in_the_index(string attribute)
    {
        await CallAsync("PutItem", Put("1", new Reading(1, "01", "a")));
        await CallAsync("UpdateItem", $$$"""
            {"TableName":"readings","Key":{"id":{"S":"1"}},"UpdateExpression":"REMOVE #a","ExpressionAttributeNames":{"#a":"{{{attribute}}}"}}
            """);
        Assert.Empty(Ids(await CallAsync("Scan", """{"TableName":"readings","IndexName":"bySite"}""")));
        await CallAsync("PutItem", Put("1", new Reading(2, "01", "a")));
        Assert.Equal(["1"], Ids(await CallAsync("Query", Query(""))));
        await CallAsync("DeleteItem", """{"TableName":"readings","Key":{"id":{"S":"1"}}}""");
        Assert.Empty(Ids(await CallAsync("Query", Query(""))));
    }

    [Fact]
    public async Task A_write_pays_for_an_entry_that_moves_and_not_for_one_that_stays()
    {
        await CallAsync("PutItem", Put("1", new Reading(1, "01", "a")));
        var units = async (string title) => (double?)(await CallAsync("UpdateItem", $$$$"""
            {"TableName":"readings","Key":{"id":{"S":"1"}},"UpdateExpression":"SET title = :n",
             "ExpressionAttributeValues":{":n":{"S":"{{{{title}}}}"}},"ReturnConsumedCapacity":"INDEXES"}
            """))["ConsumedCapacity"]!["GlobalSecondaryIndexes"]?["bySite"]!["CapacityUnits"];
        Assert.Equal(2, await units("b"));
        Assert.Null(await units("b"));
    }

    [Theory]
    [InlineData("site", """{"N":"1"}""", "Type mismatch for Index Key site Expected: S Actual: N IndexName: bySite")]
    [InlineData("season", """{"S":"1"}""", "Type mismatch for Index Key season Expected: N Actual: S IndexName: bySite")]
    [InlineData("tag", """{"S":"1"}""", "Type mismatch for Index Key tag Expected: B Actual: S IndexName: bySite")]
    [InlineData("title", """{"N":"1"}""", "Type mismatch for Index Key title Expected: S Actual: N IndexName: bySite")]
    public async Task Every_key_attribute_must_have_its_type(string attribute, string value, string message) =>
        Assert.Equal(
            ("ValidationException", Invalid + message),
            await FailAsync("PutItem", $$$$"""{"TableName":"readings","Item":{"id":{"S":"1"},"{{{{attribute}}}}":{{{{value}}}}}}"""));

    [Fact]
    public async Task No_key_attribute_may_be_empty() => Assert.Equal(
        ("ValidationException", "One or more parameter values are not valid. A value specified for a secondary index key is not "
            + "supported. The AttributeValue for a key attribute cannot contain an empty string value. "
            + "IndexName: bySite, IndexKey: title"),
        await FailAsync("PutItem", """{"TableName":"readings","Item":{"id":{"S":"1"},"title":{"S":""}}}"""));

    [Fact]
    public async Task The_attributes_of_a_key_must_fit_together()
    {
        var half = new string('x', 513);
        Assert.Equal(
            ("ValidationException", Invalid + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"),
            await FailAsync("PutItem", Put("1", new Reading(1, Convert.ToHexString(new byte[512]), half))));
        await CallAsync("PutItem", Put("1", new Reading(1, Convert.ToHexString(new byte[511]), half)));
        Assert.Equal(
            ("ValidationException", Invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
            await FailAsync("UpdateItem", $$$$"""
                {"TableName":"readings","Key":{"id":{"S":"1"}},"UpdateExpression":"SET site = :l, room = :l",
                 "ExpressionAttributeValues":{":l":{"S":"{{{{new string('x', 1025)}}}}"}}}
                """));
    }

    [Theory]
    [InlineData("site = :s", "HASH key attributes season must have equality conditions specified in the query")]
    [InlineData("height = :l", "HASH key attributes site, season must have equality conditions specified in the query")]
    [InlineData("site = :s AND season > :y", "HASH key attributes season must have equality conditions specified in the query")]
    [InlineData("site = :s AND season BETWEEN :y AND :y", "HASH key attributes season must have equality conditions specified in the query")]
    [InlineData("begins_with(site, :s) AND season = :y", "HASH key attributes site must have equality conditions specified in the query")]
    [InlineData("site = :s AND season = :y AND tag = :t", Range + "height" + Because + "tag")]
    [InlineData("site = :s AND season = :y AND height = :l AND title = :s", Range + "tag" + Because + "title")]
    [InlineData("site = :s AND season = :y AND height > :l AND tag = :t", Range + "height" + Because + "tag")]
    [InlineData("site = :s AND season = :y AND height > :l AND tag > :t", Range + "height" + Because + "tag")]
    [InlineData("site = :s AND season = :y AND height = :l AND begins_with(tag, :t) AND title = :s", Range + "tag" + Because + "title")]
    [InlineData("site = :s AND season = :y AND title = :s", Range + "height, tag" + Because + "title")]
    [InlineData("site = :s AND season = :y AND room = :s", "Query key condition not supported")]
    [InlineData("site = :s AND season = :y AND site = :s", "KeyConditionExpressions must only contain one condition per key")]
    [InlineData("site = :s AND season = :s", Invalid + "Condition parameter type does not match schema type")]
    [InlineData("site = :s AND season = :y AND begins_with(height, :s)", Invalid + "Condition parameter type does not match schema type")]
    [InlineData("site = :s AND season = :y AND height IN (:l)", "Invalid operator used in KeyConditionExpression: IN")]
    public async Task A_condition_that_leaves_out_what_comes_before_it_is_refused(string condition, string message) =>
        Assert.Equal(
            ("ValidationException", message),
            await FailAsync("Query", $$"""
                {"TableName":"readings","IndexName":"bySite","KeyConditionExpression":"{{condition}}",
                 "ExpressionAttributeValues":{ {{Values(condition)}} } }
                """));

    [Theory]
    [InlineData("season = :y")]
    [InlineData("title = :y")]
    public async Task A_filter_may_not_look_at_a_key_attribute(string filter) => Assert.Equal(
        ("ValidationException", "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
            + filter.Split(' ')[0]),
        await FailAsync("Query", Query("", $",\"FilterExpression\":\"{filter}\"")));

    [Fact]
    public async Task More_than_two_conditions_are_for_an_index_of_several_attributes_only()
    {
        const string TooMany = "Conditions can be of length 1 or 2 only";
        await CallAsync("UpdateTable", """
            {"TableName":"readings","AttributeDefinitions":[{"AttributeName":"site","AttributeType":"S"},{"AttributeName":"height","AttributeType":"N"}],
             "GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"plain","Projection":{"ProjectionType":"ALL"},
               "KeySchema":[{"AttributeName":"site","KeyType":"HASH"},{"AttributeName":"height","KeyType":"RANGE"}]}}]}
            """);
        Assert.Equal(("ValidationException", TooMany), await FailAsync("Query", Query("height = :l").Replace("bySite", "plain", StringComparison.Ordinal)));
        Assert.Equal(
            ("ValidationException", TooMany),
            await FailAsync("Query", Query("height = :l").Replace("\"IndexName\":\"bySite\",", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_older_conditions_keep_the_same_rules()
    {
        await PutReadingsAsync();
        var expected = Readings.Where(reading => reading.Holds("height = :l AND tag > :t")).Order().Select(reading => reading.Id);
        Assert.Equal(expected, Ids(await CallAsync("Query", Conditions("""
            "height":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"3"}]},
            "tag":{"ComparisonOperator":"GT","AttributeValueList":[{"B":"AAA="}]}
            """))));
        Assert.Equal(
            ("ValidationException", Range + "height" + Because + "tag"),
            await FailAsync("Query", Conditions("""
                "tag":{"ComparisonOperator":"GT","AttributeValueList":[{"B":"AAA="}]}
                """)));

        static string Conditions(string more) => $$"""
            {"TableName":"readings","IndexName":"bySite","KeyConditions":{
               "site":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"here"}]},
               "season":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"2026"}]},{{more}} } }
            """;
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("tag", "The provided starting key is invalid")]
    [InlineData("season", "The provided starting key is invalid")]
    [InlineData("id", "The provided starting key is invalid")]
    public async Task A_start_holds_every_key_attribute(string missing, string message)
    {
        var start = new JsonObject
        {
            ["id"] = Value("S", "1"),
            ["site"] = Value("S", "here"),
            ["season"] = Value("N", "2026"),
            ["height"] = Value("N", "3"),
            ["tag"] = Value("B", "AAA="),
            ["title"] = Value("S", "a"),
        };
        start.Remove(missing);
        var request = Query("height = :l", $",\"ExclusiveStartKey\":{start.ToJsonString()}");
        if (message.Length == 0)
        {
            await CallAsync("Query", request);
            start["more"] = Value("S", "x");
            message = "The provided starting key is invalid";
            request = Query("height = :l", $",\"ExclusiveStartKey\":{start.ToJsonString()}");
        }

        Assert.Equal(("ValidationException", message), await FailAsync("Query", request));

        static JsonObject Value(string type, string value) => new() { [type] = value };
    }

    [Theory]
    [InlineData("2026", "20", "height = :l", "The provided starting key does not match the range key predicate")]
    [InlineData("2026", "20", "height < :l", "The provided starting key does not match the range key predicate")]
    [InlineData("2025", "3", "", "The provided starting key is outside query boundaries based on provided conditions")]
    public async Task A_start_lies_within_what_is_asked_for(string season, string height, string condition, string message) =>
        Assert.Equal(
            ("ValidationException", message),
            await FailAsync("Query", Query(condition, $$$$"""
                ,"ExclusiveStartKey":{"id":{"S":"1"},"site":{"S":"here"},"season":{"N":"{{{{season}}}}"},"height":{"N":"{{{{height}}}}"},"tag":{"B":"AAA="},"title":{"S":"a"}}
                """)));

    private static string Query(string condition, string rest = "")
    {
        var whole = condition.Length == 0 ? "site = :s AND season = :y" : $"{condition} AND season = :y AND site = :s";
        return $$"""
            {"TableName":"readings","IndexName":"bySite","KeyConditionExpression":"{{whole}}",
             "ExpressionAttributeValues":{ {{Values(whole)}} }{{rest}} }
            """;
    }

    private static string Values(string condition) => string.Join(',', new[]
    {
        (":s", """{"S":"here"}"""), (":y", """{"N":"2026"}"""), (":k", """{"N":"-2"}"""), (":l", """{"N":"3"}"""),
        (":t", """{"B":"AAA="}"""), (":u", """{"B":"Af8="}"""), (":f", """{"B":"/w=="}"""), (":n", """{"S":"a"}"""),
    }.Where(value => condition.Contains(value.Item1, StringComparison.Ordinal)).Select(value => $"\"{value.Item1}\":{value.Item2}"));

    private static string Put(string id, Reading reading, string season = "2026") => new JsonObject
    {
        ["TableName"] = "readings",
        ["Item"] = new JsonObject
        {
            ["id"] = new JsonObject { ["S"] = id },
            ["site"] = new JsonObject { ["S"] = "here" },
            ["season"] = new JsonObject { ["N"] = season },
            ["height"] = new JsonObject { ["N"] = reading.Height.ToString(CultureInfo.InvariantCulture) },
            ["tag"] = new JsonObject { ["B"] = Convert.ToBase64String(Convert.FromHexString(reading.Tag)) },
            ["title"] = new JsonObject { ["S"] = reading.Title },
        },
    }.ToJsonString();

    private async Task PutReadingsAsync()
    {
        foreach (var reading in Readings.Reverse())
            await CallAsync("PutItem", Put(reading.Id, reading));
        // What must never be found.
        await CallAsync("PutItem", Put("elsewhen", Readings[0], "2025"));
    }

    private async Task<List<string>> ReadAllAsync(string condition, bool isForward, int limit)
    {
        var ids = new List<string>();
        var start = "";
        do
        {
            var page = await CallAsync("Query", Query(
                condition, $",\"Limit\":{limit},\"ScanIndexForward\":{(isForward ? "true" : "false")}{start}"));
            ids.AddRange(Ids(page));
            start = Continue(page);
        }
        while (start.Length > 0);
        return ids;
    }

    private static string Continue(JsonObject page) =>
        page["LastEvaluatedKey"] is { } last ? $",\"ExclusiveStartKey\":{last.ToJsonString()}" : "";

    private static IEnumerable<string> Ids(JsonObject page) =>
        page["Items"]!.AsArray().Select(item => (string)item!["id"]!["S"]!);

    private sealed record Reading(int Height, string Tag, string Title) : IComparable<Reading>
    {
        public string Id => $"{Height}/{Tag}/{Convert.ToHexString(Encoding.UTF8.GetBytes(Title))}";

        public int CompareTo(Reading? other) => Height.CompareTo(other!.Height) is var byLevel and not 0 ? byLevel
            : Compare(Tag, other.Tag) is var byTag and not 0 ? byTag
            : string.CompareOrdinal(Title, other.Title);

        /// <summary>The condition's meaning, with the values that <see cref="Values"/> has.</summary>
        public bool Holds(string condition) => condition.Length == 0
            || condition.Replace(":k AND", ":k,", StringComparison.Ordinal).Replace(":t AND :u", ":t, :u", StringComparison.Ordinal)
                .Split(" AND ").All(clause => clause switch
                {
                    "height = :l" => Height == 3,
                    "height < :l" => Height < 3,
                    "height <= :l" => Height <= 3,
                    "height > :l" => Height > 3,
                    "height >= :l" => Height >= 3,
                    "height BETWEEN :k, :l" => Height is >= -2 and <= 3,
                    "tag = :t" => Tag == "0000",
                    "tag < :t" => Compare(Tag, "0000") < 0,
                    "tag <= :t" => Compare(Tag, "0000") <= 0,
                    "tag > :t" => Compare(Tag, "0000") > 0,
                    ":t <= tag" => Compare(Tag, "0000") >= 0,
                    "tag BETWEEN :t, :u" => Compare(Tag, "0000") >= 0 && Compare(Tag, "01FF") <= 0,
                    "begins_with(tag, :t)" => Tag.StartsWith("0000", StringComparison.Ordinal),
                    "begins_with(tag, :f)" => Tag.StartsWith("FF", StringComparison.Ordinal),
                    "title = :n" => Title == "a",
                    "title > :n" => string.CompareOrdinal(Title, "a") > 0,
                    "begins_with(title, :n)" => Title.StartsWith('a'),
                    _ => throw new ArgumentException(clause, nameof(condition)),
                });

        /// <summary>Two digits a byte sort as the bytes do.</summary>
        private static int Compare(string left, string right) => string.CompareOrdinal(left, right);
    }
}

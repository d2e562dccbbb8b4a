using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Framework.LocalDynamoDB.Tests.Differential;
using FsCheck;
using FsCheck.Fluent;

namespace Framework.LocalDynamoDB.Tests.PartiQL;

/// <summary>The engine and DynamoDB Local get the same statements.</summary>
public sealed partial class StatementComparisonTests(DynamoDBLocalProcess local) : IClassFixture<DynamoDBLocalProcess>
{
    private const string Table = """
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},
          {"AttributeName":"g","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "GlobalSecondaryIndexes":[{"IndexName":"gix","Projection":{"ProjectionType":"ALL"},
          "KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}]}
        """;

    private const string HashTable = """
        {"TableName":"hsh","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}
        """;

    // The service's own name, by the API reference; DynamoDB Local says DuplicateItem.
    private static readonly Dictionary<string, string> Renamed = new() { ["DuplicateItem"] = "DuplicateItemException" };

    [Fact]
    public async Task Statements_get_the_responses_that_DynamoDB_Local_gives()
    {
        var (ours, theirs, engine, http) = await BeginAsync("statements");
        using (engine)
        using (http)
        {
            var differences = new List<string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PartiQL/statements.txt")).Where(line => !line.StartsWith('#')))
                if (await FindDifferenceAsync(ours, theirs, line.TrimStart('~'), hasOwnWords: line.StartsWith('~')) is { } difference)
                    differences.Add(difference);
            Assert.True(differences.Count == 0, string.Join("\n", differences));
        }
    }

    [Fact]
    public async Task Random_clauses_find_the_items_that_DynamoDB_Local_finds()
    {
        var (ours, theirs, engine, http) = await BeginAsync("clauses");
        using (engine)
        using (http)
        {
            foreach (var item in Items())
                Assert.Null(await FindDifferenceAsync(ours, theirs, $"INSERT INTO tab VALUE {item}"));
            await Task.Run(() => Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(7, 1),
                Prop.ForAll(Clauses().ToArbitrary(), async clause =>
                    Assert.Null(await FindDifferenceAsync(ours, theirs, $"SELECT * FROM {clause}")))));
        }
    }

    private async Task<(Peer Ours, Peer Theirs, Engine Engine, HttpClient Http)> BeginAsync(string accessKey)
    {
        var endpoint = local.Endpoint;
        var engine = Engine.Open(null, new());
        var http = new HttpClient();
        var (ours, theirs) = (Peer.Of(engine), Peer.Of(http, endpoint, accessKey));
        foreach (var table in (string[])[Table, HashTable])
        {
            Assert.True((await ours.RespondAsync(new("CreateTable", table))).IsSuccess);
            Assert.True((await theirs.RespondAsync(new("CreateTable", table))).IsSuccess);
        }
        return (ours, theirs, engine, http);
    }

    private static async Task<string?> FindDifferenceAsync(Peer ours, Peer theirs, string statement, bool hasOwnWords = false)
    {
        var call = new RequestCall("ExecuteStatement", new JsonObject { ["Statement"] = statement }.ToJsonString());
        var (own, other) = (await ours.RespondAsync(call), await theirs.RespondAsync(call));
        var isOrdered = statement.Contains("ORDER BY", StringComparison.Ordinal);
        return Text(own, isOrdered, hasOwnWords) == Text(other, isOrdered, hasOwnWords) ? null : $"{statement}\nours:   {own}\ntheirs: {other}";
    }

    private static string Text(Response response, bool isOrdered, bool hasOwnWords)
    {
        if (response.IsSuccess)
        {
            var items = response.Body["Items"]!.AsArray().Select(item => Sorted(item!).ToJsonString());
            return string.Join('\n', isOrdered ? items : items.Order(StringComparer.Ordinal));
        }
        var type = response.ErrorType!;
        // The place in the text is DynamoDB Local's own.
        return $"{response.Status} {Renamed.GetValueOrDefault(type, type)} {(hasOwnWords ? "" : Place().Replace(response.Message, ""))}";
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create<string, JsonNode?>(
            member.Key,
            member is { Key: "SS" or "NS" or "BS", Value: JsonArray set }
                ? new JsonArray([.. set.Select(one => one!.DeepClone()).OrderBy(one => one.ToJsonString(), StringComparer.Ordinal)])
                : Sorted(member.Value!)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Sorted(element!))]),
        _ => node.DeepClone(),
    };

    private static IEnumerable<string> Items()
    {
        for (var number = 0; number < 12; number++)
        {
            var kind = number % 4;
            var rest = kind switch
            {
                0 => $"'n':{number % 3},'s':'x{number}','g':'x'",
                1 => $"'n':'{number}','m':{{'a':[{number},1],'b':null}},'g':'y'",
                2 => "'s':'y','ss':<<'a','b'>>,'t':true",
                _ => "'n':-1.5,'ns':<<1,2>>,'m':'text'",
            };
            yield return $"{{'pk':'{(number < 6 ? "p" : "q")}','sk':{number % 6},{rest}}}";
        }
    }

    // DynamoDB Local loses a condition on the sort key that stands in parentheses, and gives an index's items once for each key of
    // the table that a clause lists: so conditions on keys stand in front.
    private static Gen<string> Clauses() =>
        from front in Gen.Elements(
            "tab WHERE ", "tab WHERE pk='p' AND ", "tab WHERE pk IN ['p','q'] AND ", "tab WHERE 'q'=pk AND sk=2 AND ", "tab WHERE pk='p' AND sk>2 AND ",
            "tab WHERE sk<=3 AND pk='q' AND ", "tab WHERE pk='p' AND sk BETWEEN 1 AND 4 AND ", "tab WHERE pk='p' AND sk IN [1,3] AND ",
            "tab.gix WHERE g='x' AND ", "tab.gix WHERE g IN ['x','y'] AND ", "tab.gix WHERE ")
        from condition in Conditions(2)
        select $"{front}({condition})";

    private static Gen<string> Conditions(int depth) => depth == 0 ? Terms() : Gen.OneOf(
        Terms(),
        from left in Conditions(depth - 1) from right in Conditions(depth - 1) from word in Gen.Elements("AND", "OR") select $"({left}) {word} ({right})",
        from inner in Conditions(depth - 1) select $"NOT ({inner})");

    private static Gen<string> Terms() => Gen.OneOf(
        Gen.Elements("g='x'", "g IN ['x','y']", "g<>'y'"),
        from path in Paths() from comparator in Gen.Elements("=", "<>", "!=", "<", "<=", ">", ">=") from value in Constants() select $"{path} {comparator} {value}",
        from path in Paths() from not in Gen.Elements("", "NOT ") from first in Constants() from second in Constants() select $"{path} {not}IN [{first}, {second}]",
        from path in Paths() from word in Gen.Elements("MISSING", "NULL", "NOT MISSING", "NOT NULL") select $"{path} IS {word}",
        from path in Paths() from text in Gen.Elements("'x'", "'a'", "''") from name in Gen.Elements("begins_with", "contains") select $"{name}({path}, {text})",
        from path in Paths() from type in Gen.Elements("S", "N", "SS", "M", "BOOL") select $"attribute_type({path}, '{type}')",
        from path in Paths() from size in Gen.Elements("1", "2", "4") select $"size({path}) >= {size}");

    private static Gen<string> Paths() => Gen.Elements("n", "s", "m", "m.a", "m.a[0]", "m.b", "m['a'][1]", "ss", "ns", "t", "missing1");

    private static Gen<string> Constants() => Gen.Elements("0", "1", "2.5", "'x0'", "'y'", "'1'", "1e0", "-1.5");

    [GeneratedRegex(" (under root )?at [0-9]+:[0-9]+:[0-9]+$| Actual type: VariableReference under root at .*| under root at .*")]
    private static partial Regex Place();
}

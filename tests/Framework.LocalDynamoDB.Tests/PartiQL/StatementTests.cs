using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests.PartiQL;

public sealed class StatementTests : LocalDynamoDBTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateRangeTableAsync();
        await CreateHashTableAsync("notes");
        for (var number = 0; number < 5; number++)
            await ExecuteAsync($"INSERT INTO things VALUE {{'a':'k','b':{number},'n':{number % 2}}}");
    }

    [Fact]
    public async Task A_page_ends_at_the_limit_and_its_token_goes_on()
    {
        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = await CallAsync("ExecuteStatement", new JsonObject
            {
                ["Statement"] = "SELECT b FROM things WHERE a IN ['k', 'none'] ORDER BY b DESC",
                ["Limit"] = 2,
                ["NextToken"] = token,
            }.ToJsonString());
            seen.Add(string.Join(',', page["Items"]!.AsArray().Select(item => (string?)item!["b"]!["N"])));
            token = (string?)page["NextToken"];
            Assert.Equal(token is null, page["LastEvaluatedKey"] is null);
        }
        while (token is not null);

        Assert.Equal(["4,3", "2,1", "0"], seen);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("WzEsMiwzXQ")]
    [InlineData("eyJhIjoxfQ==")]
    public async Task A_token_that_is_none_is_refused(string token)
    {
        var (type, message) = await FailAsync("ExecuteStatement", $$"""{"Statement":"SELECT * FROM things","NextToken":"{{token}}"}""");

        Assert.Equal(("ValidationException", "Invalid NextToken"), (type, message));
    }

    [Fact]
    public async Task A_token_of_another_statement_is_refused()
    {
        var page = await CallAsync("ExecuteStatement", """{"Statement":"SELECT * FROM things","Limit":1}""");
        var (_, message) = await FailAsync(
            "ExecuteStatement", $$"""{"Statement":"SELECT b FROM things","NextToken":"{{page["NextToken"]}}"}""");

        Assert.Equal("Invalid NextToken", message);
    }

    [Theory]
    [InlineData("SELECT * FROM things WHERE a=?", "")]
    [InlineData("SELECT * FROM things WHERE a=?", """{"S":"k"},{"S":"l"}""")]
    [InlineData("SELECT * FROM things WHERE a='?'", """{"S":"k"}""")]
    public async Task As_many_parameters_are_wanted_as_there_are_question_marks(string statement, string parameters)
    {
        var list = parameters.Length == 0 ? "" : $",\"Parameters\":[{parameters}]";
        var (type, message) = await FailAsync("ExecuteStatement", $$"""{"Statement":"{{statement}}"{{list}}}""");

        Assert.Equal(("ValidationException", "Number of parameters in request and statement don't match."), (type, message));
    }

    [Fact]
    public async Task Parameters_may_hold_any_value()
    {
        await CallAsync("ExecuteStatement", """
            {"Statement":"INSERT INTO notes VALUE {'a':?,'b':?,'l':[?]}","Parameters":[{"S":"p"},{"B":"AQI="},{"M":{"x":{"BS":["AQ=="]}}}]}
            """);
        var items = await ExecuteAsync("SELECT * FROM notes WHERE a='p'");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"a":{"S":"p"},"b":{"B":"AQI="},"l":{"L":[{"M":{"x":{"BS":["AQ=="]}}}]}}]"""), items));
    }

    [Fact]
    public async Task Capacity_is_counted_where_the_request_asks_for_it()
    {
        var read = await CallAsync("ExecuteStatement", """{"Statement":"SELECT * FROM things WHERE a='k'","ReturnConsumedCapacity":"TOTAL","ConsistentRead":true}""");
        var write = await CallAsync("ExecuteStatement", """{"Statement":"INSERT INTO notes VALUE {'a':'c'}","ReturnConsumedCapacity":"TOTAL"}""");

        Assert.Equal((1, 1), ((int)read["ConsumedCapacity"]!["CapacityUnits"]!, (int)write["ConsumedCapacity"]!["CapacityUnits"]!));
    }

    [Fact]
    public async Task A_batch_reads_each_for_itself()
    {
        var responses = await BatchAsync(
            "SELECT n FROM things WHERE a='k' AND b=1", "SELECT * FROM things WHERE a='k' AND b=9", "SELECT * FROM gone1 WHERE a='k'",
            "SELECT * FROM things", "SELECT");

        Assert.Equal("""{"TableName":"things","Item":{"n":{"N":"1"}}}""", responses[0]!.ToJsonString());
        Assert.Equal("""{"TableName":"things"}""", responses[1]!.ToJsonString());
        Assert.Equal(["ResourceNotFound", "ValidationError", "ValidationError"], responses.Skip(2).Select(one => (string?)one!["Error"]!["Code"]));
        Assert.Equal(
            "Select statements within BatchExecuteStatement must specify the primary key in the where clause.",
            (string?)responses[3]!["Error"]!["Message"]);
    }

    [Fact]
    public async Task A_batch_writes_each_for_itself()
    {
        await ExecuteAsync("INSERT INTO notes VALUE {'a':'there','n':1}");
        var request = """
            {"Statements":[{"Statement":"INSERT INTO notes VALUE {'a':'new'}"},{"Statement":"INSERT INTO notes VALUE {'a':'there'}"},
             {"Statement":"UPDATE things SET n=7 WHERE a='k' AND b=0 AND n=9","ReturnValuesOnConditionCheckFailure":"ALL_OLD"},
             {"Statement":"DELETE FROM things WHERE a='k' AND b=4 RETURNING ALL OLD *"}]}
            """;
        var responses = (await CallAsync("BatchExecuteStatement", request))["Responses"]!.AsArray();

        Assert.Equal("""{"TableName":"notes"}""", responses[0]!.ToJsonString());
        Assert.Equal("DuplicateItem", (string?)responses[1]!["Error"]!["Code"]);
        Assert.Equal(("ConditionalCheckFailed", "0"), ((string?)responses[2]!["Error"]!["Code"], (string?)responses[2]!["Error"]!["Item"]!["n"]!["N"]));
        Assert.Equal("4", (string?)responses[3]!["Item"]!["b"]!["N"]);
        Assert.Empty(await ExecuteAsync("SELECT * FROM things WHERE a='k' AND b=4"));
    }

    [Theory]
    [InlineData("INSERT INTO notes VALUE {'a':'x'}", "SELECT * FROM notes WHERE a='x'", "Read and write requests together in the same batch is not supported.")]
    [InlineData("INSERT INTO notes VALUE {'a':'x'}", "UPDATE notes SET n=1 WHERE a='x'", "Provided list of item keys contains duplicates")]
    public async Task A_batch_as_a_whole_is_refused(string first, string second, string expected)
    {
        var (_, message) = await FailAsync("BatchExecuteStatement", $$"""{"Statements":[{"Statement":"{{first}}"},{"Statement":"{{second}}"}]}""");

        Assert.Equal(expected, message);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public async Task A_batch_holds_25_statements(int count, bool isTaken)
    {
        var statements = string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"Statement":"SELECT * FROM notes WHERE a='{{number}}'"}"""));
        var response = await SendAsync("BatchExecuteStatement", $$"""{"Statements":[{{statements}}]}""");

        Assert.Equal(isTaken ? 200 : 400, response.Status);
    }

    [Fact]
    public async Task A_transaction_reads_together()
    {
        var response = await TransactAsync("SELECT n FROM things WHERE a='k' AND b=1", "SELECT * FROM notes WHERE a='none'");

        Assert.Equal("""{"Responses":[{"Item":{"n":{"N":"1"}}},{}]}""", response.Body.ToJsonString());
    }

    [Fact]
    public async Task A_transaction_writes_all_or_nothing()
    {
        var failed = await TransactAsync("INSERT INTO notes VALUE {'a':'t'}", "EXISTS(SELECT * FROM things WHERE a='k' AND b=1 AND n=9)");
        Assert.Equal("TransactionCanceledException", failed.ErrorType);
        Assert.Equal(["None", "ConditionalCheckFailed"], failed.Body["CancellationReasons"]!.AsArray().Select(reason => (string?)reason!["Code"]));
        Assert.Empty(await ExecuteAsync("SELECT * FROM notes WHERE a='t'"));

        var done = await TransactAsync(
            "INSERT INTO notes VALUE {'a':'t'}", "UPDATE things SET n=n+1 WHERE a='k' AND b=0", "DELETE FROM things WHERE a='k' AND b=2",
            "EXISTS(SELECT * FROM things WHERE a='k' AND b=1 AND n=1)");
        Assert.Equal(200, done.Status);
        Assert.Equal("""[{"b":{"N":"0"},"n":{"N":"1"}}]""", (await ExecuteAsync("SELECT b, n FROM things WHERE a='k' AND b=0")).ToJsonString());

        var twice = await TransactAsync("INSERT INTO notes VALUE {'a':'t'}", "DELETE FROM things WHERE a='k' AND b=1");
        Assert.Equal(["DuplicateItem", "None"], twice.Body["CancellationReasons"]!.AsArray().Select(reason => (string?)reason!["Code"]));
        Assert.Single(await ExecuteAsync("SELECT b FROM things WHERE a='k' AND b=1"));
    }

    [Fact]
    public async Task A_transaction_with_a_token_happens_once()
    {
        const string Request = """{"TransactStatements":[{"Statement":"UPDATE things SET n=n+1 WHERE a='k' AND b=0"}],"ClientRequestToken":"once"}""";
        await CallAsync("ExecuteTransaction", Request);
        await CallAsync("ExecuteTransaction", Request);

        Assert.Equal("""[{"n":{"N":"1"}}]""", (await ExecuteAsync("SELECT n FROM things WHERE a='k' AND b=0")).ToJsonString());
    }

    [Theory]
    [InlineData("SELECT * FROM things WHERE a='k' AND b=1", "DELETE FROM notes WHERE a='x'", "ExecuteTransaction API does not support both read and write operations in the same request.")]
    [InlineData("DELETE FROM notes WHERE a='x'", "DELETE FROM notes WHERE a='x'", "Transaction request cannot include multiple operations on one item")]
    [InlineData("SELECT * FROM notes WHERE a='x'", "SELECT * FROM things", "Validation failed in TransactStatements[1]: Select statements within ExecuteTransaction must specify the primary key in the where clause.")]
    public async Task A_transaction_as_a_whole_is_refused(string first, string second, string expected) =>
        Assert.Equal(expected, (string?)(await TransactAsync(first, second)).Body["message"]);

    // Written so that a reader which calls itself for each level would end the process.
    [Theory]
    [InlineData("SELECT * FROM things WHERE {0}a='k'", "(", 3000)]
    [InlineData("SELECT * FROM things WHERE {0}a='k'", "NOT ", 1500)]
    [InlineData("INSERT INTO notes VALUE {{'a':{0}", "[", 5000)]
    [InlineData("SELECT * FROM things WHERE size({0}a)>1", "size(", 1000)]
    public async Task Deep_nesting_is_refused(string statement, string step, int count)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, string.Concat(Enumerable.Repeat(step, count)));
        var (type, _) = await FailAsync("ExecuteStatement", new JsonObject { ["Statement"] = text }.ToJsonString());

        Assert.Equal("ValidationException", type);
    }

    private async Task<JsonArray> ExecuteAsync(string statement) =>
        (await CallAsync("ExecuteStatement", new JsonObject { ["Statement"] = statement }.ToJsonString()))["Items"]!.AsArray();

    private async Task<JsonArray> BatchAsync(params string[] statements) =>
        (await CallAsync("BatchExecuteStatement", new JsonObject { ["Statements"] = List(statements) }.ToJsonString()))["Responses"]!.AsArray();

    private Task<DynamoDBEndpoint.Response> TransactAsync(params string[] statements) =>
        SendAsync("ExecuteTransaction", new JsonObject { ["TransactStatements"] = List(statements) }.ToJsonString());

    private static JsonArray List(string[] statements) =>
        [.. statements.Select(statement => new JsonObject { ["Statement"] = statement })];
}

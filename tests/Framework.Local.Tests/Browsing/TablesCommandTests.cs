using System.Text.Json.Nodes;
using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.Local.Tests.Browsing;

public sealed class TablesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tables_are_listed_with_their_keys_indexes_and_contents()
    {
        await using var cloud = await TestCloud.StartAsync(_folder.Path);
        await Notes.CreateIndexedTableAsync(cloud);
        await Notes.PutAsync(cloud, "ann", 1);

        var (code, output, errors) = await RunAsync("tables");

        Assert.Equal(
            """
            indexed  0 items, 0 bytes
              key      a (S)
              index    byC: c (B); global, keys and d
            notes  1 item, 12 bytes
              key      owner (S), at (N)
              expires  expires

            """,
            output);
        Assert.Equal((0, ""), (code, errors));
    }

    [Fact]
    public async Task Items_are_shown_an_attribute_a_line_whether_the_service_runs_or_not()
    {
        string running;
        await using (var cloud = await TestCloud.StartAsync(_folder.Path))
        {
            await Notes.PutAsync(cloud, "ann", 1, """{"text":{"S":"Grüße\u001b[2J"},"tags":{"SS":["a"]},"big":{"N":"12345678901234567890.5"}}""");
            running = (await RunAsync("tables", "notes")).Output;
        }

        var (code, output, errors) = await RunAsync("tables", "notes");

        Assert.Equal(
            """
            owner="ann"  at=1
              big   N     12345678901234567890.5
              tags  SS    ["a"]
              text  S     "Grüße\u001B[2J"


            """,
            output);
        Assert.Equal(output, running);
        Assert.Equal((0, ""), (code, errors));
    }

    [Theory]
    [InlineData("tables", "notes")]
    [InlineData("tables", "notes", "--json")]
    [InlineData("tables", "notes", "--dynamodb-json")]
    public async Task What_a_terminal_would_obey_is_escaped_and_not_lost(params string[] args)
    {
        const string harmful = "\u202Egpj\u009B2J\u2028\U000E0041";
        await using var cloud = await TestCloud.StartAsync(_folder.Path);
        await Notes.PutAsync(cloud, harmful, 1, new JsonObject { [$"n{harmful}"] = new JsonObject { ["S"] = harmful } }.ToJsonString());

        var output = (await RunAsync(args)).Output;

        Assert.Contains(@"""\u202Egpj\u009B2J\u2028\uDB40\uDC41""", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output, letter => letter is '\u202E' or '\u009B' or '\u2028' or '\uDB40');
        if (args.Length > 2)
            Assert.Contains($"n{harmful}", JsonNode.Parse(output)!.AsObject().Select(attribute => attribute.Key));
    }

    [Fact]
    public async Task Items_are_written_as_JSON_for_other_programs()
    {
        await using var cloud = await TestCloud.StartAsync(_folder.Path);
        await Notes.PutAsync(cloud, "ann", 1, """{"m":{"M":{"l":{"L":[{"BOOL":true},{"NULL":true},{"B":"AAE="}]}}}}""");

        Assert.Equal(
            """{"m":{"l":[true,null,"AAE="]},"owner":"ann","at":1}""",
            (await RunAsync("tables", "notes", "--json")).Output.Trim());
        Assert.Equal(
            """{"m":{"M":{"l":{"L":[{"BOOL":true},{"NULL":true},{"B":"AAE="}]}}},"owner":{"S":"ann"},"at":{"N":"1"}}""",
            (await RunAsync("tables", "notes", "--dynamodb-json")).Output.Trim());
    }

    [Fact]
    public async Task A_limit_is_kept_and_what_it_leaves_out_is_reported_apart_from_the_items()
    {
        await using var cloud = await TestCloud.StartAsync(_folder.Path);
        foreach (var at in new[] { 1, 2, 3 })
            await Notes.PutAsync(cloud, "ann", at);

        var (_, output, errors) = await RunAsync("tables", "notes", "--json", "--limit", "2");

        Assert.Equal(["""{"owner":"ann","at":1}""", """{"owner":"ann","at":2}"""], output.Trim().Split(Environment.NewLine));
        Assert.Equal("The first 2 of 3 items: --limit N shows more.", errors.Trim());
        Assert.Empty((await RunAsync("tables", "notes", "--limit", "3")).Errors);
    }

    [Fact]
    public async Task Looking_leaves_the_folder_as_it_was()
    {
        await using (var cloud = await TestCloud.StartAsync(_folder.Path))
            await Notes.PutAsync(cloud, "ann", 1);
        var before = Files();

        await RunAsync("tables", "notes");

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_long_value_is_cut_for_a_person_and_whole_for_a_program()
    {
        await using var cloud = await TestCloud.StartAsync(_folder.Path);
        await Notes.PutAsync(cloud, "ann", 1, $$$"""{"text":{"S":"{{{new string('x', 5000)}}}"}}""");

        Assert.Contains("… (5,002 characters; --json shows all)", (await RunAsync("tables", "notes")).Output, StringComparison.Ordinal);
        Assert.Contains(new string('x', 5000), (await RunAsync("tables", "notes", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_tables_an_unknown_table_and_a_damaged_file_each_get_a_sentence()
    {
        await FailsAsync("No tables yet in ", "tables");
        Assert.Empty(Files());
        await using (await TestCloud.StartAsync(_folder.Path))
            await FailsAsync("No table is named todos; there is notes.", "tables", "todos");
        await File.WriteAllTextAsync(_folder.File("dynamodb.sqlite"), "no more what it was, and long enough to be read as something");
        await FailsAsync($"The data file {_folder.File("dynamodb.sqlite")} is damaged", "tables");
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_is_reported_in_a_sentence()
    {
        await using (await TestCloud.StartAsync(_folder.Path))
        {
        }
        Assert.Equal(0, SQLitePCL.raw.sqlite3_open(_folder.File("dynamodb.sqlite"), out var file));
        Assert.Equal(0, SQLitePCL.raw.sqlite3_exec(file, "UPDATE tables SET definition = CAST('{}' AS BLOB)"));
        file.Dispose();

        await FailsAsync($"The data file {_folder.File("dynamodb.sqlite")} is damaged", "tables");
    }

    [Theory]
    [InlineData("--limit takes a number from 1.", "tables", "notes", "--limit", "0")]
    [InlineData("--json is for the items of one table: name the table.", "tables", "--json")]
    [InlineData("--reset is for running the service: leave it out with tables.", "--reset", "tables")]
    public async Task A_command_line_that_is_not_valid_gets_a_sentence_and_ends_with_2(string sentence, params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_the_command()
    {
        var (_, output, _) = await RunAsync("--help");

        Assert.Contains("tables <table>", output, StringComparison.Ordinal);
    }

    private async Task FailsAsync(string sentence, params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await LocalCloud.RunAsync(TestService.Create(null, [.. args, "--data", _folder.Path]), output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private (string Name, DateTime Written, long Length)[] Files() =>
        [.. new DirectoryInfo(_folder.Path).GetFiles().OrderBy(file => file.Name).Select(file => (file.Name, file.LastWriteTimeUtc, file.Length))];
}

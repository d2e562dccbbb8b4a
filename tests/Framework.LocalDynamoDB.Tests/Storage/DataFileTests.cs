using Framework.LocalDynamoDB.Tests.Support;

namespace Framework.LocalDynamoDB.Tests.Storage;

public sealed class DataFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dynamodb").FullName;

    private string DataFile => Path.Combine(_folder, "data", "dynamodb.sqlite");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_confirmed_is_there_after_a_restart()
    {
        await using (var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile }))
            await WriteAsync(local);
        await AssertReadableAsync(DataFile);
    }

    /// <summary>The files of a running engine, copied, are what a process that was killed leaves behind.</summary>
    [Fact]
    public async Task What_was_confirmed_is_there_after_a_kill()
    {
        await using var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile });
        await WriteAsync(local);
        var copy = Path.Combine(_folder, "copy.db");
        foreach (var suffix in new[] { "", "-wal" })
            await CopyAsync(DataFile + suffix, copy + suffix);
        await AssertReadableAsync(copy);
    }

    [Fact]
    public async Task Indexes_are_there_after_a_restart()
    {
        string before;
        await using (var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile }))
        {
            using var endpoint = new DynamoDBEndpoint(local.Endpoint);
            await endpoint.CallAsync("CreateTable", """
                {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[
                    {"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"N"},{"AttributeName":"c","AttributeType":"B"}],
                 "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],
                 "LocalSecondaryIndexes":[{"IndexName":"local","Projection":{"ProjectionType":"ALL"},
                    "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"c","KeyType":"RANGE"}]}],
                 "GlobalSecondaryIndexes":[{"IndexName":"global","Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["d"]},
                    "KeySchema":[{"AttributeName":"c","KeyType":"HASH"}]}]}
                """);
            await endpoint.CallAsync("PutItem", """{"TableName":"things","Item":{"a":{"S":"x"},"b":{"N":"1"},"c":{"B":"AA=="}}}""");
            before = (await endpoint.CallAsync("DescribeTable", """{"TableName":"things"}""")).ToJsonString();
        }

        await using var again = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile });
        using var reader = new DynamoDBEndpoint(again.Endpoint);
        Assert.Equal(before, (await reader.CallAsync("DescribeTable", """{"TableName":"things"}""")).ToJsonString());
        foreach (var index in new[] { "local", "global" })
            Assert.Equal(1, (int)(await reader.CallAsync("Scan", $$"""{"TableName":"things","IndexName":"{{index}}"}"""))["Count"]!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task A_damaged_file_is_refused_with_a_sentence_that_names_it(int position)
    {
        await using (var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile }))
            await WriteAsync(local);
        await using (var file = File.OpenWrite(DataFile))
        {
            file.Position = position;
            file.Write(new byte[3000]);
        }

        var exception = await Assert.ThrowsAsync<LocalDataException>(() => LocalDynamoDB.StartAsync(new() { DataFile = DataFile }));
        Assert.Equal(
            $"The data file {DataFile} is damaged or not a database. Delete it to start empty, or restore a copy.",
            exception.Message);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(5000)]
    [InlineData(9000)]
    public async Task A_truncated_file_is_refused_with_the_same_sentence(int length)
    {
        await using (var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile }))
            await WriteAsync(local);
        await using (var file = File.OpenWrite(DataFile))
            file.SetLength(length);

        var exception = await Assert.ThrowsAsync<LocalDataException>(() => LocalDynamoDB.StartAsync(new() { DataFile = DataFile }));
        Assert.StartsWith($"The data file {DataFile} is damaged or not a database.", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A large file is not read as a whole at the start.</summary>
    [Fact]
    public async Task Damage_that_shows_later_is_reported_in_the_response()
    {
        await using (var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile }))
        {
            await WriteAsync(local);
            using var endpoint = new DynamoDBEndpoint(local.Endpoint);
            for (var i = 0; i < 20; i++)
                await endpoint.CallAsync("PutItem", $$$$"""
                    {"TableName":"things","Item":{"a":{"S":"large{{{{i}}}}"},"text":{"S":"{{{{new string('x', 300_000)}}}}"} } }
                    """);
        }

        await using (var file = File.OpenWrite(DataFile))
        {
            file.Position = 64 * 1024;
            file.Write(new byte[file.Length - file.Position]);
        }

        await using var damaged = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile });
        using var reader = new DynamoDBEndpoint(damaged.Endpoint);
        Assert.Equal(
            ("InternalServerError", "The data file of the local DynamoDB is damaged. Stop, delete the file, and start again."),
            await reader.FailAsync("Scan", """{"TableName":"things"}"""));
    }

    [Fact]
    public async Task A_file_that_another_process_has_open_is_refused()
    {
        await using var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile });
        var (exitCode, error) = await EngineProcess.FailAsync("--port", "0", "--shared-db", "--data", Path.GetDirectoryName(DataFile)!);
        Assert.Equal((1, $"The data file {DataFile} cannot be opened: database is locked.\n"), (exitCode, error));
    }

    [Fact]
    public async Task A_table_that_cannot_be_understood_is_damage()
    {
        await using (var local = await LocalDynamoDB.StartAsync(new() { DataFile = DataFile }))
            await WriteAsync(local);
        Assert.Equal(0, SQLitePCL.raw.sqlite3_open(DataFile, out var file));
        Assert.Equal(0, SQLitePCL.raw.sqlite3_exec(file, "UPDATE tables SET definition = CAST('{}' AS BLOB)"));
        file.Dispose();

        var exception = await Assert.ThrowsAsync<LocalDataException>(() => LocalDynamoDB.StartAsync(new() { DataFile = DataFile }));
        Assert.Contains($"The data file {DataFile} is damaged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DataFile)!);
        SQLitePCL.Batteries_V2.Init();
        Assert.Equal(0, SQLitePCL.raw.sqlite3_open(DataFile, out var other));
        Assert.Equal(0, SQLitePCL.raw.sqlite3_exec(other, "CREATE TABLE theirs(x)"));
        other.Dispose();
        var exception = await Assert.ThrowsAsync<LocalDataException>(() => LocalDynamoDB.StartAsync(new() { DataFile = DataFile }));
        Assert.Contains("not one of the local DynamoDB", exception.Message, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(LocalDynamoDB local)
    {
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        await endpoint.CallAsync("CreateTable", """
            {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
            """);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => endpoint.CallAsync(
            "PutItem", $$$$$"""{"TableName":"things","Item":{"a":{"S":"{{{{{i}}}}}"}}}""")));
    }

    private static async Task AssertReadableAsync(string file)
    {
        await using var local = await LocalDynamoDB.StartAsync(new() { DataFile = file });
        using var endpoint = new DynamoDBEndpoint(local.Endpoint);
        Assert.Equal(50, (int)(await endpoint.CallAsync("Scan", """{"TableName":"things"}"""))["Count"]!);
        Assert.Equal(50, (int)(await endpoint.CallAsync("DescribeTable", """{"TableName":"things"}"""))["Table"]!["ItemCount"]!);
    }

    private static async Task CopyAsync(string from, string to)
    {
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using var target = File.Create(to);
        await source.CopyToAsync(target);
    }
}

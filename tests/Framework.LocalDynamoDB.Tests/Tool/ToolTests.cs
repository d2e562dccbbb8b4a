using System.Net;
using System.Net.Sockets;
using System.Text;
using Framework.LocalDynamoDB.Tests.Support;
using Framework.LocalDynamoDB.Tool;

namespace Framework.LocalDynamoDB.Tests.Tool;

public sealed class ToolTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_it_with_0_and_what_was_written_is_there_at_the_next_start(string signal)
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        using (var first = await EngineProcess.StartAsync("--data", data))
        {
            Assert.Equal($"local-dynamodb listens on http://localhost:{first.Endpoint.Port} and keeps its data in {data}.", first.Greeting);
            using var writer = new DynamoDBEndpoint(first.Endpoint);
            await writer.CallAsync("CreateTable", """
                {"TableName":"things","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
                """);

            Assert.Equal(0, await first.SignalAsync(signal));
        }

        using var second = await EngineProcess.StartAsync("--data", data);
        using var reader = new DynamoDBEndpoint(second.Endpoint);
        Assert.Equal("things", (string?)(await reader.CallAsync("ListTables", "{}"))["TableNames"]![0]);
        Assert.Equal("*\n", await File.ReadAllTextAsync(Path.Combine(data, ".gitignore"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_request_that_is_never_sent_to_its_end_does_not_hold_it()
    {
        using var engine = await EngineProcess.StartAsync("--in-memory");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, engine.Endpoint.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"), TestContext.Current.CancellationToken);
        using var other = new DynamoDBEndpoint(engine.Endpoint);
        await other.CallAsync("ListTables", "{}");

        Assert.Equal(0, await engine.SignalAsync("TERM"));
    }

    [Fact]
    public async Task In_memory_it_keeps_nothing_and_says_so()
    {
        using var engine = await EngineProcess.StartAsync("--in-memory");

        Assert.EndsWith("and keeps its data in memory.", engine.Greeting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Localhost_is_both_loopback_addresses()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6.");
        using var engine = await EngineProcess.StartAsync("--in-memory");

        foreach (var host in new[] { "127.0.0.1", "[::1]" })
        {
            using var endpoint = new DynamoDBEndpoint(new($"http://{host}:{engine.Endpoint.Port}"));
            await endpoint.CallAsync("ListTables", "{}");
        }
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", true)]
    public async Task It_is_called_by_any_name_where_it_is_open_to_the_network(string host, bool any)
    {
        using var engine = await EngineProcess.StartAsync("--in-memory", "--host", host);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{engine.Endpoint.Port}/");
        request.Headers.Host = "dynamodb.test";

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(any ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_taken_port_is_reported_in_a_sentence_with_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal(
            (1, $"Port {port} is taken by another program: choose another with --port.\n"),
            await EngineProcess.FailAsync("--in-memory", "--port", $"{port}"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_reported_in_a_sentence_with_1()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "", TestContext.Current.CancellationToken);
        var below = Path.Combine(folder.File("file"), "below");

        var (code, error) = await EngineProcess.FailAsync("--port", "0", "--data", below);

        Assert.Equal(1, code);
        Assert.StartsWith($"The data folder {below} cannot be written to (", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_folder_belongs_to_one_process_at_a_time()
    {
        using var folder = new TemporaryFolder();
        using var first = await EngineProcess.StartAsync("--data", folder.Path);

        var (code, error) = await EngineProcess.FailAsync("--port", "0", "--data", folder.Path);

        Assert.Equal(1, code);
        Assert.StartsWith($"The data folder {folder.Path} is in use by another process: end it, ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2, "--shared-db")]
    public async Task Callers_are_apart_unless_they_share(int seen, params string[] options)
    {
        using var engine = await EngineProcess.StartAsync(["--in-memory", .. options]);
        foreach (var key in new[] { "one", "two" })
        {
            using var client = new DynamoDBEndpoint(engine.Endpoint, key);
            await client.CallAsync("CreateTable", $$"""
                {"TableName":"of-{{key}}","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"a","KeyType":"HASH"}]}
                """);
        }

        using var reader = new DynamoDBEndpoint(engine.Endpoint, "two");
        Assert.Equal(seen, (await reader.CallAsync("ListTables", "{}"))["TableNames"]!.AsArray().Count);
    }

    [Fact]
    public async Task With_an_access_key_signatures_are_checked()
    {
        using var engine = await EngineProcess.StartAsync("--in-memory", "--access-key-id", "local", "--secret-access-key", "secret");
        using var client = new DynamoDBEndpoint(engine.Endpoint);

        Assert.Equal("InvalidSignatureException", (await client.FailAsync("ListTables", "{}")).Type);
    }

    [Theory]
    [InlineData("--access-key-id and --secret-access-key belong together", "--access-key-id", "x")]
    [InlineData("--sweep-interval takes a number from 1 to", "--sweep-interval", "0")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "70000")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "-1")]
    [InlineData("--transition-time takes a number from 0", "--transition-time", "soon")]
    [InlineData("--host takes an IP address, such as 0.0.0.0, or localhost.", "--host", "my machine")]
    [InlineData("--data takes the path of a folder.", "--data", " ")]
    [InlineData("--data and --in-memory exclude each other", "--data", "x", "--in-memory")]
    [InlineData("'--prot'", "--prot", "1")]
    public async Task A_wrong_command_line_is_reported_in_a_sentence_with_1(string sentence, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, await ToolCommand.InvokeAsync(args, output, errors));

        Assert.Contains(sentence, $"{errors}", StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", $"{errors}", StringComparison.Ordinal);
        Assert.Empty($"{output}");
    }

    [Fact]
    public async Task Help_lists_the_options()
    {
        using var output = new StringWriter();

        Assert.Equal(0, await ToolCommand.InvokeAsync(["--help"], output, TextWriter.Null));

        Assert.All(
            ["--port", "--host", "--data", "--in-memory"],
            option => Assert.Contains(option, $"{output}", StringComparison.Ordinal));
    }
}

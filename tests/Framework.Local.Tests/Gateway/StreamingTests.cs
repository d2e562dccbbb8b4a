using System.Net;
using System.Text;
using Framework.Local.Gateway;

namespace Framework.Local.Tests.Gateway;

public sealed class StreamingTests
{
    [Theory]
    [InlineData(LocalFrontDoor.FunctionUrl)]
    [InlineData(LocalFrontDoor.Rest)]
    public async Task A_client_sees_the_first_item_before_the_last_is_made(LocalFrontDoor frontDoor)
    {
        var gate = new Gate();
        await using var cloud = await TestCloud.StartAsync(gate: gate, frontDoor: frontDoor, streams: true);

        using var response = await cloud.Client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead).InTimeAsync();
        using var body = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = await body.ReadLineAsync().InTimeAsync();
        gate.Open();
        var rest = await body.ReadToEndAsync().InTimeAsync();

        Assert.Equal(("text/event-stream", null), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentLength));
        Assert.Equal(("data: first", "\ndata: last\n\n"), (first, rest));
        await cloud.HasShownAsync("/stream");
    }

    [Theory]
    [InlineData(LocalFrontDoor.HttpApi, true)]
    [InlineData(LocalFrontDoor.Alb, true)]
    [InlineData(LocalFrontDoor.FunctionUrl, false)]
    public async Task Elsewhere_the_response_comes_whole(LocalFrontDoor frontDoor, bool streams)
    {
        var gate = new Gate();
        gate.Open();
        await using var cloud = await TestCloud.StartAsync(gate: gate, frontDoor: frontDoor, streams: streams);

        var response = await cloud.Client.GetAsync("/stream").InTimeAsync();

        Assert.Equal("data: first\n\ndata: last\n\n", await response.Content.ReadAsStringAsync());
        Assert.NotNull(response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Every_other_response_is_the_same()
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.FunctionUrl, streams: true);

        var cookies = await cloud.Client.GetAsync("/cookies").InTimeAsync();
        var missing = await cloud.Client.GetAsync("/nothing").InTimeAsync();

        Assert.Equal([0, 255, 1], await cookies.Content.ReadAsByteArrayAsync());
        Assert.Equal(2, cookies.Headers.GetValues("set-cookie").Count());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_response_that_breaks_off_breaks_the_connection()
    {
        await using var cloud = await TestCloud.StartAsync(frontDoor: LocalFrontDoor.FunctionUrl, streams: true);

        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.Client.GetStringAsync("/broken-stream").InTimeAsync());

        await cloud.HasShownAsync("Lambda error");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_items()
    {
        var gate = new Gate();
        await using var cloud = await TestCloud.StartAsync(gate: gate, frontDoor: LocalFrontDoor.FunctionUrl, streams: true);

        using (await cloud.Client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead).InTimeAsync())
            await gate.Entered.InTimeAsync();

        // The line of a request comes when its invocation has ended, and the gate is closed still.
        await cloud.HasShownAsync("/stream");
        Assert.DoesNotContain("error", cloud.Console, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_local_cloud_ends_without_waiting_for_a_stream()
    {
        await using var cloud = await TestCloud.StartAsync(gate: new Gate(), frontDoor: LocalFrontDoor.FunctionUrl, streams: true);
        using var response = await cloud.Client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead).InTimeAsync();

        await cloud.StopAsync().InTimeAsync();

        Assert.Equal("data: first\n\n", await response.Content.ReadAsStringAsync().InTimeAsync());
    }

    [Theory]
    [InlineData("""{"statusCode":201,"headers":{"a":"b"}}\0\0\0\0\0\0\0\0body""", 201)]
    [InlineData("""{"statusCode":201,"headers":{"a":"b"}}\0\0\0\0\0\0\0body""", 502)]
    [InlineData("""{"headers":{"a":"b"}}\0\0\0\0\0\0\0\0body""", 502)]
    [InlineData("""{"statusCode":"201"}\0\0\0\0\0\0\0\0body""", 502)]
    [InlineData("""{"statusCode":99}\0\0\0\0\0\0\0\0body""", 502)]
    [InlineData("""[201]\0\0\0\0\0\0\0\0body""", 502)]
    [InlineData("""{"statusCode":201\0\0\0\0\0\0\0\0body""", 502)]
    [InlineData("""\0\0\0\0\0\0\0\0body""", 502)]
    [InlineData("body", 502)]
    public void A_prelude_that_AWS_would_refuse_is_refused(string piece, int status)
    {
        var bytes = Encoding.UTF8.GetBytes(piece.Replace("\\0", "\0", StringComparison.Ordinal));

        Assert.All(
            [LocalFrontDoor.FunctionUrl, LocalFrontDoor.Rest],
            frontDoor => Assert.Equal(status, StreamedResponseReader.Read(bytes, GatewayShape.Of(frontDoor)).StatusCode));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 502)]
    public void A_prelude_ends_within_sixteen_kibibytes(int more, int status)
    {
        const string Form = """{"statusCode":200,"headers":{"a":""}}""";
        var head = Form.Insert(Form.Length - 3, new string('x', StreamedResponseReader.MaxPrelude - Form.Length - 8 + more));

        var response = StreamedResponseReader.Read(Encoding.UTF8.GetBytes(head + "\0\0\0\0\0\0\0\0body"), GatewayShape.Of(LocalFrontDoor.Rest));

        Assert.Equal(status, response.StatusCode);
    }
}

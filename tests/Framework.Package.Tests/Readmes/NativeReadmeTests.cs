using System.Text;
using Framework.Testing.RuntimeApi;

namespace Framework.Package.Tests.Readmes;

/// <summary>The service of Framework's README as a Native AOT binary: its options are bound by generated code or not at all.</summary>
public sealed class NativeReadmeTests(NativeReadme function) : IClassFixture<NativeReadme>
{
    private const string Event =
        """
        {"version":"2.0","routeKey":"GET /currency","rawPath":"/currency","rawQueryString":"","headers":{},
         "requestContext":{"http":{"method":"GET","path":"/currency","sourceIp":"127.0.0.1"},"requestId":"1","timeEpoch":0,
         "authorizer":{"jwt":{"claims":{"sub":"ann"},"scopes":null}}},"isBase64Encoded":false}
        """;

    [Fact]
    public void It_is_published_without_a_warning_and_with_the_trusted_roots()
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");

        Assert.DoesNotContain("warning", function.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(function.Binary)!, "amazon-roots.pem")));
    }

    [Fact]
    public async Task Its_options_hold_what_the_deployment_says()
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        await using var lambda = await RuntimeApiEmulator.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var process = Start(lambda, currency: "EUR");

        var result = await lambda.InvokeAsync(Encoding.UTF8.GetBytes(Event), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains("""
            "body":"\"EUR\""
            """, Encoding.UTF8.GetString(result.Payload.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ListReadings", "readings", """[{"at":"1970-01-01T00:00:00+00:00","degrees":1},{"at":"1970-01-01T00:00:00+00:00","degrees":2}]""")]
    [InlineData("ExportReadings", "export", """{"at":"1970-01-01T00:00:00+00:00","degrees":1}|{"at":"1970-01-01T00:00:00+00:00","degrees":2}|""")]
    [InlineData("WatchReadings", "live", """event: reading|data: {"at":"1970-01-01T00:00:00+00:00","degrees":1}|id: 1970-01-01T00:00:00.0000000+00:00||event: reading|data: {"at":"1970-01-01T00:00:00+00:00","degrees":2}|id: 1970-01-01T00:00:00.0000000+00:00||""")]
    public async Task Its_readings_are_streamed_and_a_failure_comes_in_the_trailers(string handler, string path, string body)
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        await using var lambda = await RuntimeApiEmulator.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var process = Start(lambda, currency: "EUR", handler, streams: true);

        var whole = await lambda.InvokeAsync(Stream($"/sensors/roof/{path}"), cancellation: TestContext.Current.CancellationToken);
        var broken = await lambda.InvokeAsync(Stream($"/sensors/broken/{path}"), cancellation: TestContext.Current.CancellationToken);

        Assert.True(whole.Streamed);
        Assert.Null(whole.Error);
        Assert.EndsWith($"\0\0\0\0\0\0\0\0{body.Replace('|', '\n')}", Encoding.UTF8.GetString(whole.Payload.Span), StringComparison.Ordinal);
        Assert.Equal(("Function.InvalidOperationException", "broke"), (broken.Error?.Type, broken.Error?.Message));
    }

    private static byte[] Stream(string path) => Encoding.UTF8.GetBytes(Event
        .Replace("/currency", path, StringComparison.Ordinal)
        .Replace("\"requestContext\":{", "\"requestContext\":{\"domainName\":\"abc.lambda-url.eu-central-1.on.aws\",", StringComparison.Ordinal));

    [Fact]
    public async Task Options_that_break_their_rules_keep_it_from_starting()
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        await using var lambda = await RuntimeApiEmulator.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var process = Start(lambda, currency: "EURO");

        Assert.Equal(1, await process.Exited.InTimeAsync());
        Assert.Contains("ShopOptions.Currency", Assert.Single(process.Error.Lines), StringComparison.Ordinal);
    }

    private FunctionProcess Start(
        RuntimeApiEmulator lambda, string currency, string handler = "ShowCurrency", bool streams = false) => FunctionProcess.Start(
            function.Binary,
            lambda,
            new()
            {
                Handler = handler,
                Environment = new Dictionary<string, string>
                {
                    ["Shop__Currency"] = currency,
                    ["FRAMEWORK_RESPONSE_STREAMING"] = streams ? "true" : "false",
                },
            });
}

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

    [Fact]
    public async Task Options_that_break_their_rules_keep_it_from_starting()
    {
        Assert.SkipWhen(function.Missing is not null, function.Missing ?? "");
        await using var lambda = await RuntimeApiEmulator.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var process = Start(lambda, currency: "EURO");

        Assert.Equal(1, await process.Exited.InTimeAsync());
        Assert.Contains("ShopOptions.Currency", Assert.Single(process.Error.Lines), StringComparison.Ordinal);
    }

    private FunctionProcess Start(RuntimeApiEmulator lambda, string currency) => FunctionProcess.Start(
        function.Binary,
        lambda,
        new() { Handler = "ShowCurrency", Environment = new Dictionary<string, string> { ["Shop__Currency"] = currency } });
}
